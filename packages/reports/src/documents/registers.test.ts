import { describe, expect, it } from 'vitest';
import { type Block, type Document, linesOf, type TableBlock, textOf } from '../blocks.ts';
import { HOSTILE } from '../testing/hostile.ts';
import {
  bookRow,
  bookView,
  changesView,
  clauseRow,
  clauseView,
  documentOfNeed,
  need,
  piece,
  registerView,
} from '../testing/views/index.ts';
import { documents } from './index.ts';

type Name = 'clause-conformity' | 'control-library' | 'evidence-register' | 'changes';

const choices = { language: 'en', people: { 'person-1': 'Ida Sample', 'person-2': 'Omar Sample' } };
const write = (name: Name, view: object): Document => documents[name](view, choices);
const tablesOf = (blocks: readonly Block[], dataset?: string) =>
  blocks.filter(
    (block): block is TableBlock =>
      block.kind === 'table' && (dataset === undefined || block.dataset === dataset),
  );
const told = (cell: TableBlock['rows'][number][number] | undefined) =>
  linesOf(cell ?? '')
    .map(textOf)
    .join(' | ');
const rowsOf = (document: Document, dataset: string) =>
  tablesOf(document.blocks, dataset).flatMap(({ rows }) => rows.map((row) => row.map(told)));
const captioned = (document: Document, caption: string) =>
  tablesOf(document.blocks)
    .find((table) => table.caption === caption)
    ?.rows.map((row) => row.map(told));
const headings = ({ blocks }: Document) =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

/** Every text of ours that people type into, hostile; one each for every row. */
const hostile: readonly (readonly [Name, object, string])[] = HOSTILE.flatMap((text) => {
  const control = { name: text, family: text, statement: text, test: text, owner: text, scopes: [text] };
  const change = { row: text, what: 'exclusion', before: text, after: text, sentence: '' };
  const document = documentOfNeed({ title: text, version: text });
  return [
    ['control-library', bookView({ rows: [bookRow(control)] }), text],
    ['evidence-register', registerView({ rows: [piece({ title: text, by: text, codes: [text] })] }), text],
    ['changes', changesView({ rows: [change], titles: { [text]: text } }), text],
    [
      'clause-conformity',
      clauseView({ rows: [clauseRow({ needs: [need({ documents: [document] })] })] }),
      text,
    ],
  ] as const;
});

describe('given any of these documents', () => {
  it.each([
    ['clause-conformity', clauseView()],
    ['control-library', bookView()],
    ['control-library', bookView({ rows: [], frameworks: [], hidden: 0, retired: 0 })],
    ['evidence-register', registerView()],
    ['evidence-register', registerView({ rows: [], lapsing: { within: 90, to: '2027-02-20', rows: [] } })],
    ['changes', changesView()],
    ['changes', changesView({ rows: [] })],
  ] as const)('when %s is written, then no key and no place for a value is left in it', (name, view) => {
    expect(JSON.stringify(write(name, view))).not.toMatch(
      /\b(?:document|soa|(?:clause|library|evidence|changes)-report|clause)\.[a-z]|\{\{|undefined|null/,
    );
  });

  it('when texts in it are hostile, then they stand in it as they were typed', () => {
    for (const [name, view, text] of hostile) {
      expect(JSON.stringify(write(name, view).blocks)).toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  it('then each says what is a rule, what is practice and what we computed', () => {
    for (const [name, view] of [
      ['clause-conformity', clauseView()],
      ['control-library', bookView()],
      ['evidence-register', registerView()],
      ['changes', changesView()],
    ] as const) {
      const notes = write(name, view).blocks.flatMap((block) =>
        block.kind === 'note' ? [block.source] : [],
      );
      expect(notes).toEqual(['rule', 'practice', 'own computation']);
    }
  });
});

describe('given how clauses conform', () => {
  const document = write('clause-conformity', clauseView());

  it('then each clause at the top has a section and a bar, and every clause stands once', () => {
    expect(headings(document).slice(1, 5)).toEqual([
      'Clause 4 Context',
      'Clause 5 Leadership',
      'Clause 6 Planning',
      'Clause 8 Operation',
    ]);
    expect(rowsOf(document, 'clauses').map(([id]) => id)).toEqual(['4.3', '5.2', '6.1.3', '8.3']);
    const bars = document.blocks.find((block) => block.kind === 'bars');
    expect(bars?.rows.map(({ n, met, possible }) => [n, met, possible])).toEqual([
      [1, 0, 1],
      [1, 1, 1],
      [1, 0, 0],
      [1, 0, 0],
    ]);
  });

  it('then what the clauses call for in writing stands once, in order, with what there is of it', () => {
    const listed = captioned(document, 'Documented information');
    expect(listed?.map(([id]) => id)).toEqual(['DOC-01', 'DOC-02', 'DOC-04', 'DOC-06', 'DOC-13']);
    expect(listed?.[0]?.[3]).toBe('Record: stated on 1 Feb 2026');
    expect(listed?.[1]?.slice(3)).toEqual([
      'Security policy | version 2.1 · approved 3 Mar 2026 by Ida Sample · review 3 Mar 2027 | policy.pdf',
      'approved',
    ]);
    expect(listed?.[2]?.[3]).toContain('was to be reviewed by 1 May 2026');
    expect(listed?.[3]?.slice(1)).toEqual([
      '6.1.3.e | 8.3',
      expect.stringContaining('document and records'),
      'Nothing yet',
      'no document',
    ]);
    expect(listed?.[4]?.[3]).toContain('only a draft');
    expect(listed?.[4]?.[3]).toContain('and 1 document not shown to this reader');
  });

  it('then a control that is excluded calls for nothing, and other documents are listed too', () => {
    const conditional = captioned(document, 'What controls of Annex A call for in writing');
    expect(conditional?.map((row) => [row[0], row[4]])).toEqual([
      ['A.8.9', 'approved'],
      ['A.6.6', 'not called for'],
    ]);
    expect(captioned(document, 'Further documents')?.[0]?.[0]).toContain('Travel rules');
  });
});

describe('given the book of controls', () => {
  const document = write('control-library', bookView());
  const rows = rowsOf(document, 'controls');

  it('then each family has a section, those in none come last, and each control stands once', () => {
    expect(headings(document)).toEqual(['The library in figures', 'Access', 'Backup', 'In no family']);
    expect(rows.map(([code]) => code)).toEqual(['AC-01', 'AC-02', 'BK-01', 'X-01']);
    expect(document.lead).toBe(
      '4 controls are in use: 2 in operation, 2 with evidence that counts. 3 more controls are not shown to this reader. 1 control has been retired and is not listed.',
    );
  });

  it('then a control says what it is claimed for, in each framework, and what qualifies that', () => {
    expect(rows[0]?.[5]).toBe(
      'ISO/IEC 27001 | A.5.18; contributes, proposed, low confidence: A.5.15 | NIST CSF 2.0 | ' +
        'with others: PR.AA-05; one part: PR.AA-01; exactly: PR.AA-02',
    );
    expect(captioned(document, 'What the controls are claimed for')).toEqual([
      ['ISO/IEC 27001', '1', '1', '1'],
      ['NIST CSF 2.0', '1', '3', '0'],
    ]);
  });

  it('then what is not known of a control is said', () => {
    expect(rows[2]?.slice(1)).toEqual([
      'Quarterly access review | Backup',
      'Not described | Not of use now; it is where: we keep own servers',
      'No owner | Quarterly | in Site Dresden',
      'Planned | no evidence',
      'Nothing',
    ]);
    expect(rows[1]?.[4]).toBe('Partly in place | design not accepted | due since 30 Jan 2027, in grace');
  });
});

describe('given the register of evidence', () => {
  const document = write('evidence-register', registerView());

  it('then what needs somebody comes first, and each piece stands once', () => {
    expect(headings(document)).toEqual([
      'The evidence in figures',
      'Failed',
      'Stale',
      'In grace',
      'Fresh',
      'Without an end',
      'Neutral',
      'Replaced',
      'Past',
    ]);
    expect(rowsOf(document, 'evidence')).toHaveLength(8);
  });

  it('then a piece says where it lies, until when it counts and what rests on it; days are days', () => {
    const [fresh] = tablesOf(document.blocks, 'evidence').filter(({ caption }) => caption === 'Fresh');
    expect(fresh?.rows[0]?.map(told)).toEqual([
      'Review of the third quarter | review-q3.pdf | SHA-256 ab12cd34ef56…',
      '2 Oct 2026',
      '1 Jul 2026 – 30 Sep 2026',
      'works | Ida Sample',
      'AC-01 | shows it now',
      '2 Jan 2027',
      'Fresh | grace until 16 Jan 2027',
    ]);
    expect(fresh?.rows[0]?.[1]).toMatchObject({ date: '2026-10-02' });
    expect(fresh?.rows[0]?.[5]).toMatchObject({ date: '2027-01-02' });
    const replaced = rowsOf(document, 'evidence').at(-2);
    expect(replaced?.[6]).toBe('Replaced | by “A newer one” of 1 Nov 2026');
  });

  it('then what lapses is drawn on a calendar; of more than can be drawn the rest is counted', () => {
    const drawn = document.blocks.find((block) => block.kind === 'timeline');
    expect(drawn?.rows.map(({ state, from, to }) => [state, from, to])).toEqual([
      ['late', '2026-11-10', '2026-12-01'],
      ['open', '2026-11-22', '2027-01-02'],
    ]);
    const { lapsing } = registerView();
    const many = Array.from({ length: 45 }, () => lapsing.rows[1]!);
    const { blocks } = write('evidence-register', registerView({ lapsing: { ...lapsing, rows: many } }));
    expect(blocks.find((block) => block.kind === 'timeline')?.rows).toHaveLength(40);
    expect(JSON.stringify(blocks)).toContain('5 more lapse later in this time');
  });
});

describe('given what changed of a report', () => {
  const document = write('changes', changesView());

  it('then what was decided, what is in practice and what came out otherwise stand apart', () => {
    expect(headings(document)).toEqual(['Decided and stated', 'In practice', 'States, evidence and checks']);
    expect(rowsOf(document, 'changes')).toEqual([
      ['The whole', 'Scope', 'Sites', 'Sites and cloud'],
      ['A.5.15 | Access control', 'Applicability', 'Undecided', 'Applicable'],
      ['A.5.15', 'Reasons', '–', 'law: The act'],
      ['A.5.15', 'Review', 'nothing', '9 Mar 2027'],
      ['A.5.15 | Access control', 'Implementation', 'Not in place', 'In place'],
      ['A.5.15', 'Actions', '–', 'Since 2020-01-01 open (Ida Sample, 31 Jan 2027)'],
      ['A.5.15 | Access control', 'State', 'Unclaimed', 'Stale: unknown since 4 Oct 2026'],
      ['A.8.1 | User endpoint devices', 'Open checks', 'SOA-06', '–'],
    ]);
  });

  it('then both ends are named, with who handed the earlier one out; nothing changed is said', () => {
    expect(document.title).toBe('Changes: Statement of Applicability');
    expect(document.asked).toBe('From version 1 of 9 Mar 2026 to now, 22 Nov 2026');
    expect(document.lead).toContain('8 changes in 3 lines. 1 control became applicable.');
    expect(JSON.stringify(document.blocks)).toContain('published by Ida Sample');
    const none = write('changes', changesView({ rows: [] }));
    expect(none.lead).toBe('Nothing has changed from version 1 of 9 Mar 2026 to now, 22 Nov 2026.');
    expect(tablesOf(none.blocks)).toEqual([]);
  });
});
