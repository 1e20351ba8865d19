import type { ApplicabilityRow } from '@concord/views';
import { describe, expect, it } from 'vitest';
import { apartIn, type Block, linesOf, type TableBlock, textOf } from '../../blocks.ts';
import { emptyView, sampleView } from '../../testing/sample.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { writeStatementOfApplicability } from './index.ts';

const tablesOf = (blocks: readonly Block[]) =>
  blocks.filter((block): block is TableBlock => block.kind === 'table' && block.dataset === 'statement');
const rowsOf = (blocks: readonly Block[]) =>
  tablesOf(blocks).flatMap((table) =>
    table.rows.map((row) => row.map((cell) => linesOf(cell).map(textOf).join(' | '))),
  );

/** The sample with its first row changed; answers that row's cells. */
function writeFirstRow(change: Partial<ApplicabilityRow>): string[] {
  const view = sampleView();
  const [first, ...others] = view.rows;
  const changed = { ...view, rows: [{ ...first!, ...change }, ...others] };
  return rowsOf(sampleDocument(changed).blocks)[0]!;
}

describe('given the statement of a whole Annex A', () => {
  it('when it is written, then four themes hold the 93 controls in their order, and further ones stand after them', () => {
    const { blocks } = sampleDocument();
    expect(tablesOf(blocks).map((table) => table.rows.length)).toEqual([37, 8, 14, 34, 2]);
    const { rows, further } = sampleView();
    const ids = [...rows.map((row) => row.id), ...further.map((row) => row.code)];
    expect(rowsOf(blocks).map((row) => row[0])).toEqual(ids);
  });

  it('when it is written, then rule, practice and own computation each have their note', () => {
    const notes = sampleDocument().blocks.flatMap((block) => (block.kind === 'note' ? [block.source] : []));
    expect(notes).toEqual(['rule', 'practice', 'own computation']);
  });

  it('when a control behind a row is not needed here or only hints, then the line says that it does not count', () => {
    const control = { name: 'N', implementation: 'partly', freshness: 'fresh' } as const;
    const controls = [
      { ...control, id: 'a', code: 'AC-01' },
      { ...control, id: 'b', code: 'DEV-05', struck: true } as const,
      { ...control, id: 'c', code: 'VUL-02' },
    ];
    const how = writeFirstRow({ controls, hinting: ['c'] }).at(-1) ?? '';
    expect(how).not.toContain('DEV-05');
    expect(how).toContain('1 control claimed here is not needed in this organisation and does not count');
    expect(how).toContain('only as a hint, which does not count: VUL-02');
    expect(how).not.toContain('VUL-02 N');
    const alone = writeFirstRow({ controls: [controls[2]!], hinting: ['c'] }).at(-1) ?? '';
    expect(alone).toContain('VUL-02 N');
    expect(alone).toContain('only as a hint');
  });

  it('when it is written, then the cover names the edition', () => {
    expect(JSON.stringify(sampleDocument().blocks)).toContain(
      'ISO/IEC 27001, edition 2022, with Amendment 1:2024',
    );
  });

  it('when it is written, then it says why the statement and the interval count differently', () => {
    expect(JSON.stringify(sampleDocument().blocks)).toContain('Two counts of the same controls');
    expect(JSON.stringify(sampleDocument(emptyView()).blocks)).not.toContain('Two counts');
  });

  it('when reasons stand as they were proposed at the start, then the cover says of how many, and else nothing of it', () => {
    const said = (asProposed: number) =>
      JSON.stringify(sampleDocument({ ...sampleView(), asProposed }).blocks);
    expect(said(81)).toContain(
      '81 controls are necessary for reasons that stand as they were proposed at the start',
    );
    expect(said(1)).toContain(
      '1 control is necessary for a reason that stands as it was proposed at the start',
    );
    expect(JSON.stringify(sampleDocument().blocks)).not.toContain('proposed at the start');
  });

  it('when something works that is only proposed for it, then the cover says so in a sentence, and else nothing of it', () => {
    const said = JSON.stringify(
      sampleDocument({ ...sampleView(), awaiting: { controls: 9, rows: 14 } }).blocks,
    );
    expect(said).toContain(
      '9 controls of ours work already, at least in part; what they are proposed for (14 of Annex A) awaits confirmation and counts here as not yet.',
    );
    expect(JSON.stringify(sampleDocument().blocks)).not.toContain('awaits confirmation');
  });

  it('when it is written, then the counts of unclaimed and unknown stand with the interval', () => {
    const { numbers } = sampleView();
    const interval = sampleDocument().blocks.find((block) => block.kind === 'interval');
    expect(interval).toMatchObject({ n: numbers.n, met: numbers.met, possible: numbers.possible });
    expect(interval?.words).toContain(`${numbers.unclaimed} unclaimed, ${numbers.unknown} unknown`);
    expect(interval?.words).toContain(`${numbers.n - numbers.possible} are known to fall short.`);
  });
});

describe('given an organisation that has decided nothing', () => {
  const document = sampleDocument(emptyView());
  const words = JSON.stringify(document.blocks);

  it('when it is written, then it says so and draws no bar of what is merely possible', () => {
    expect(document.blocks.some((block) => block.kind === 'interval')).toBe(false);
    expect(words).toContain('93 unclaimed, 0 unknown');
    expect(words).toContain('No control has been decided to be applicable yet');
    expect(words).toContain('undecided, so the statement is not complete');
  });

  it('when it is written, then no row states anything that nobody said', () => {
    const rows = new Set(rowsOf(document.blocks).map((row) => row.slice(2).join(' / ')));
    expect([...rows]).toEqual(['Undecided / No decision recorded / Unclaimed / ']);
  });

  it('when its scope is the whole organisation, then the scope says that and not the name again', () => {
    expect(document.scope).toBe('The whole organisation');
    expect(document.running.left).toBe('Havelmark Managed Services GmbH · The whole organisation');
  });
});

describe('given a statement in which all is excluded', () => {
  it('when it is written, then nothing counts, and no share is made of it', () => {
    const view = sampleView();
    const numbers = { ...view.numbers, n: 0, met: 0, possible: 0, unclaimed: 0, unknown: 0, stale: 0 };
    const rows = view.rows.map((row) => ({ ...row, applicability: 'excluded' as const }));
    const { blocks } = sampleDocument({ ...view, numbers, rows });
    expect(blocks.some((block) => block.kind === 'interval')).toBe(false);
    expect(JSON.stringify(blocks)).toContain('Everything is excluded, so nothing counts.');
  });
});

describe('given a row', () => {
  it('when an applicable control has no reason, then the gap in the record is said', () => {
    expect(writeFirstRow({ reasons: [] })[3]).toBe('No reason recorded');
  });

  it('when it is excluded, then its justification stands there, or that there is none', () => {
    const excluded = { applicability: 'excluded', controls: [], word: 'Excluded', mark: 'excluded' } as const;
    expect(writeFirstRow({ ...excluded, exclusionReason: 'We own no site.' }).slice(2)).toEqual([
      'No | 9 Mar 2026',
      'We own no site.',
      'Excluded',
      '',
    ]);
    expect(writeFirstRow({ ...excluded, exclusionReason: ' ' })[3]).toBe('No justification recorded');
  });

  it('when it is partly in place, then a copy in two values prints the standard’s No', () => {
    const partly = {
      implementation: 'partly',
      implemented: 'partly',
      word: 'Partly met',
      mark: 'partly',
    } as const;
    expect(writeFirstRow(partly)[4]).toBe('Partly | Partly met');
    expect(writeFirstRow({ ...partly, implemented: 'no' })[4]).toBe('No | Partly met');
    const strict = JSON.stringify(sampleDocument({ ...sampleView(), implementationValues: 'two' }).blocks);
    expect(strict).toContain('fully in place');
    expect(strict).toContain('This copy uses the two values of the standard');
  });

  it('when it has an owner, a review, obligations and actions, then they stand there, people by their names', () => {
    const [, , applicable, why, , how] = writeFirstRow({
      owner: 'person-1',
      reviewOn: '2027-03-09',
      obligations: [{ id: 'x', kind: 'legal', title: 'The act' }],
      hiddenObligations: 1,
      actions: [
        { id: 'x', title: 'Encrypt', owner: 'person-9', due: '2027-01-31' },
        { id: 'y', title: 'Ask around' },
      ],
      hiddenActions: 2,
    });
    expect(applicable).toBe('Yes | 9 Mar 2026 | Ida Sample | review 9 Mar 2027');
    expect(why).toContain('Obligation: The act | and 1 obligation not shown to this reader');
    expect(how).toContain(
      'Action: Encrypt (person-9, 31 Jan 2027) | Action: Ask around (nobody has it yet) | and 2 actions not shown',
    );
  });

  it('when its state names a day, then that is written as every other day is', () => {
    const stale = { word: 'Stale: unknown since 2026-10-18', mark: 'stale' } as const;
    expect(writeFirstRow(stale)[4]).toBe('Yes | Stale: unknown since 18 Oct 2026');
  });

  it('when nobody decided but controls answer it, then what they do is still said', () => {
    expect(writeFirstRow({ applicability: 'undecided' }).slice(2, 5)).toEqual([
      'Undecided | 9 Mar 2026',
      'No decision recorded',
      'Yes | Met, by our claim',
    ]);
  });

  it('when controls are hidden or too many to print, then they are counted, with the evidence of all', () => {
    const evidence = { fresh: 3, due: 1, stale: 0, missing: 0, failed: 2 };
    const row = writeFirstRow({ moreControls: 1, hiddenControls: 2, evidence })[5];
    expect(row).toContain('| and 1 more control | and 2 controls not shown to this reader |');
    expect(row).toContain('evidence of them all: 3 fresh, 1 due, 2 failed');
    expect(writeFirstRow({ controls: [], hiddenControls: 1 })[5]).toContain('and 1 control not shown');
  });

  it('when a claim is only proposed, then its control does not stand there as if it counted', () => {
    expect(writeFirstRow({ claims: { confirmed: 0, proposed: 1 } })[5]).toContain(
      '1 claim is only proposed and does not count',
    );
  });

  it.each([
    ['operating', 'fresh', 'C-1 Name | fresh until 30 Jan 2027'],
    ['operating', 'due', 'C-1 Name | due since 30 Jan 2027, in grace'],
    ['partly', 'stale', 'C-1 Name | partly in place | stale, was due 30 Jan 2027'],
    ['planned', 'failed', 'C-1 Name | planned | failed its test of 30 Jan 2027'],
  ] as const)('when its control is %s and %s, then it says so', (implementation, freshness, said) => {
    const control = {
      id: 'x',
      code: 'C-1',
      name: 'Name',
      implementation,
      freshness,
      freshUntil: '2027-01-30',
    };
    expect(writeFirstRow({ controls: [control] })[5]).toBe(said);
  });

  it('when a person typed what looks like a place for a value, then it is printed as typed', () => {
    const text = '{{code}} $t(soa.title) $&';
    const [, , , why] = writeFirstRow({ reasons: [{ kind: 'risk', text }] });
    expect(why).toBe(`Risk: ${text}`);
    const control = {
      id: 'x',
      code: text,
      name: text,
      implementation: 'operating',
      freshness: 'missing',
    } as const;
    expect(writeFirstRow({ controls: [control] })[5]).toBe(`${text} ${text} | no evidence`);
  });
});

describe('given a workbook or a CSV is written of it', () => {
  const apart = (at: number) => {
    const [table] = tablesOf(sampleDocument().blocks).slice(at);
    const { columns, rows } = apartIn(table!);
    return (nth: number) =>
      Object.fromEntries(columns.map(({ label }, column) => [label, rows[nth]![column]]));
  };

  it('then each thing that a row says stands in a column of its own, days as days', () => {
    const first = apart(0)(0);
    expect(Object.keys(first)).toEqual([
      'Control',
      'Title',
      'Applicable',
      'Decided on',
      'Why or why not',
      'Obligations',
      'In place',
      'State',
      'How, and what shows it',
      'Actions',
      'Owner',
      'Review on',
    ]);
    expect(first).toMatchObject({
      Control: 'A.5.1',
      Applicable: 'Yes',
      'Decided on': { date: '2026-03-09' },
      'In place': 'Yes',
      State: { text: 'Met, by our claim' },
    });
  });

  it('then controls beside Annex A stand in the same columns', () => {
    expect(apart(4)(0)).toMatchObject({
      Control: 'OWN-01',
      Applicable: 'Yes',
      'In place': 'Partly',
      State: '',
      Owner: 'Ida Sample',
      'Review on': { date: '2027-03-09' },
    });
  });
});

describe('given controls beside Annex A', () => {
  it('when they are written, then they have the same columns, with who has what to do', () => {
    const row = rowsOf(sampleDocument().blocks).find(([code]) => code === 'OWN-01');
    expect(row).toEqual([
      'OWN-01',
      'Source code held in escrow for customers',
      'Yes | 9 Mar 2026 | Ida Sample | review 9 Mar 2027',
      'Contract: Software agreement with Stadtwerke Nordheide, clause 12 | Obligation: Software agreement, Stadtwerke Nordheide',
      'Partly',
      'fresh until 30 Jan 2027 | Action: Deposit the releases of 2026 (Omar Sample, 31 Jan 2027)',
    ]);
    expect(JSON.stringify(sampleDocument().blocks)).toContain(
      'Beside Annex A, 2 further controls are necessary.',
    );
  });

  it('when there are none, then nothing is said of them; when some are hidden, then how many', () => {
    expect(JSON.stringify(sampleDocument(emptyView()).blocks)).not.toContain('Further necessary controls');
    const hidden = { ...sampleView(), further: [], hiddenFurther: 1 };
    expect(JSON.stringify(sampleDocument(hidden).blocks)).toContain('1 of them is not shown to this reader.');
  });
});

describe('given open checks', () => {
  const tableIn = (blocks: readonly Block[]) =>
    blocks.find((block): block is TableBlock => block.kind === 'table' && block.caption === 'Open checks');

  it('when they are written, then errors come first, and what is the same of several rows is one line', () => {
    const { blocks } = sampleDocument();
    const rows = tableIn(blocks)?.rows.map((row) => row.map((cell) => linesOf(cell).map(textOf).join(' | ')));
    expect(rows?.map(([check, names]) => `${check}: ${names}`)).toEqual([
      'SOA-01 | Error | Rule: A.8.12',
      'SOA-06 | Error | Rule: A.5.10, A.5.25, A.7.8, A.8.19',
      'SOA-07 | Warning | Practice: OWN-02',
      'SOA-12 | Warning | Own computation: A.7.6',
    ]);
    expect(rows?.[1]?.slice(2)).toEqual([
      'is necessary and not fully in place, and no open action leads there.',
      'Add an action that closes it, with an owner and a due date: “actions add”.',
    ]);
  });

  it('when they are written, then the cover says how many, and that they prevent no version', () => {
    const checks = (E: number, W: number) => {
      const view = sampleView();
      const { blocks } = sampleDocument({ ...view, checked: { ...view.checked, E, W } });
      const [facts] = blocks;
      const onCover = facts?.kind === 'facts' ? facts.facts.at(-1)?.value : undefined;
      return { onCover, words: JSON.stringify(blocks) };
    };
    expect(checks(1, 2).onCover).toBe('1 error, 2 warnings; listed at the end');
    expect(checks(2, 1).onCover).toBe('2 errors, 1 warning; listed at the end');
    expect(checks(0, 0).onCover).toBe('none');
    expect(checks(1, 2).words).toContain(
      ': 1 error, 2 warnings. Errors are to be mended before the statement is approved',
    );
    expect(checks(1, 2).words).toContain('a version can be published with either');
  });

  it('when there are none, then that is said, and what was not checked is not passed', () => {
    const { blocks } = sampleDocument(emptyView());
    expect(tableIn(blocks)).toBeUndefined();
    expect(JSON.stringify(blocks)).toContain('nothing was found');
    const unchecked = blocks.filter((block) => block.kind === 'facts').at(-2);
    expect(unchecked?.facts.map(({ label }) => label)).toEqual(['SOA-05', 'SOA-10']);
  });

  it('when some are about what the reader may not see, then they are counted', () => {
    const view = sampleView();
    const words = JSON.stringify(sampleDocument({ ...view, checked: { ...view.checked, hidden: 2 } }).blocks);
    expect(words).toContain('2 of them are about what is not shown to this reader.');
  });
});

describe('given a scope that is stated', () => {
  it('when it is written, then its edges stand on the cover, and what is empty does not', () => {
    const [facts] = sampleDocument().blocks;
    const labels = facts?.kind === 'facts' ? facts.facts.map(({ label }) => label) : [];
    expect(labels.slice(0, 4)).toEqual(['Organisation', 'Scope', 'Boundaries', 'Interfaces']);
    expect(labels).not.toContain('Left out');
    expect(labels.at(-1)).toBe('Open checks');
  });
});

describe('given a document that nobody approved', () => {
  it('when it has a version, then the document says that nobody approved it and leaves lines to sign', () => {
    const { status, blocks } = sampleDocument();
    expect(status).toBe('Version 3.2, not approved');
    expect(blocks.some((block) => block.kind === 'table' && block.form)).toBe(true);
  });

  it('when it has no version, then it is a draft, known by its place in the ledger', () => {
    const written = writeStatementOfApplicability(sampleView(), { language: 'en' });
    expect(written.status).toBe('Draft, ledger position 14,320');
    expect(written.running.foot).toBe(
      'Draft, ledger position 14,320 · as of 24 Nov 2026 · known at position 14,320 · head c07a 22e4 … 91b3',
    );
  });
});
