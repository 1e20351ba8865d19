import type { Sheet } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { valueOn } from '../../../foundation/index.ts';
import { given, type Story } from '../../../testing/index.ts';
import { applicabilityKey } from '../../applicability.ts';

const iso = 'iso27001-2022';

function sheet(rows: readonly (readonly string[])[], name = 'SoA'): Sheet {
  return { name, rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
}

const asked = (rows: readonly (readonly string[])[], said: object = {}) => ({
  framework: iso,
  document: { kind: 'sheets', name: 'soa.xlsx', hash: 'a'.repeat(64), sheets: [sheet(rows)] },
  people: [],
  reasonKind: 'business',
  ...said,
});

/** `applicability import` takes a hash from outside and a document here: the rule is asked past the schema. */
function told(story: Story, input: object): string[] {
  const decision = story.when('applicability import', input);
  if (!('refusal' in decision))
    return (decision.notices ?? []).map(({ code, params }) => `${code} ${Object.values(params)}`);
  const { code, errors = [] } = decision.refusal;
  return [code, ...errors.map((each) => `${each.at} ${each.code}`)];
}

function held(story: Story, requirement: string) {
  const history = story.programme.controls.applicability.get(
    applicabilityKey('organisation', iso, requirement),
  );
  const found = valueOn(history ?? [], story.today);
  return (
    found && [
      found.applicable,
      found.reasons.map(({ kind, text }) => `${kind}: ${text}`),
      found.exclusionReason,
    ]
  );
}

const head = ['Control', 'Title', 'Applicable', 'Justification'];

describe('taking in a statement', () => {
  it('given the headings and ids that people write, in any of our languages, then it is decided', () => {
    for (const [id, applicable, why] of [
      ['Annex A Control', 'Applicable (Y/N)', 'Justification for inclusion / exclusion'],
      ['Nr.', 'Anwendbar?', 'Begründung'],
      ['Référence', 'Applicabilité', 'Justification'],
    ] as const) {
      const story = given(iso);
      const ids = ['A.5.1', 'A 5.2', '5.3', 'A5.04', 'ISO 27001 A.5.5 Contact', 'a.5.6'];
      const rows = [
        ['Our statement'],
        [id, applicable, why],
        ...ids.map((each) => [each, 'Yes', 'We need it']),
      ];
      story.done('applicability import', asked([...rows, ['A.7.2', 'Nein', 'Nobody comes to us']]));
      for (const each of ['A.5.1', 'A.5.2', 'A.5.3', 'A.5.4', 'A.5.5', 'A.5.6'])
        expect(held(story, each), each).toEqual([true, ['business: We need it'], '']);
      expect(held(story, 'A.7.2')).toEqual([false, [], 'Nobody comes to us']);
    }
  });

  it('given marks under kinds of reasons, then each is one; given a kind before the text, then that', () => {
    const story = given(iso);
    const rows = [
      ['Ref', 'Applicable', 'LR', 'CO', 'BR/BP', 'Risk assessment', 'Justification'],
      ['A.5.1', 'x', 'x', '', '', 'X', 'Asked for'],
      ['A.5.2', 'x', '', '', '', '', 'Risiko: Niemand weiß es\nand more\nContract: Promised'],
      ['A.5.3', 'x', '', 'x', 'no', '', ''],
    ];
    story.done('applicability import', asked(rows));
    expect(held(story, 'A.5.1')?.[1]).toEqual(['risk: Asked for', 'law: Asked for']);
    expect(held(story, 'A.5.2')?.[1]).toEqual(['risk: Niemand weiß es\nand more', 'contract: Promised']);
    expect(held(story, 'A.5.3')?.[1]).toEqual(['contract: CO']);
  });

  it('given headings of groups, notes and what is undecided, then those are passed over and counted', () => {
    const story = given(iso);
    story.done('controls add', { code: 'OWN-1', name: 'Ours' });
    const rows = [
      [...head, 'Implemented', 'Remarks'],
      ['A.5', 'Organizational controls', ''],
      ['A.5.1', 'Policies', 'Yes', 'Needed', 'Partly'],
      ['A.5.2', 'Roles', 'Undecided', ''],
      ['OWN-1', 'Ours', 'Yes', 'Needed'],
      ['', 'Approved by the board', ''],
    ];
    expect(told(story, asked(rows))).toEqual([
      'applicability.decided 1,0,0',
      'applicability.left-open 1',
      'applicability.own-passed-over 1,OWN-1',
      'applicability.in-place-left 1',
      'applicability.columns-left Title, Remarks',
    ]);
  });

  it('given a statement that we wrote for another organisation, then its own controls are passed over and named', () => {
    const story = given(iso);
    const ours = ['Control', 'Title', 'Applicable', 'Why or why not', 'In place', 'How, and what shows it'];
    const own = ['ZZZ-01', 'Of theirs', 'Yes', 'Risk: Theirs', 'Yes', ''];
    const taken = [['A.5.1', '', 'Yes', 'Needed', 'No', ''], own, ['ZZZ-02', ...own.slice(1)]];
    expect(told(story, asked([ours, ...taken]))).toEqual([
      'applicability.decided 1,0,0',
      'applicability.own-passed-over 2,ZZZ-01, ZZZ-02',
      'applicability.in-place-left 3',
      'applicability.columns-left Title, How, and what shows it',
    ]);
    // What looks like a requirement is a fault there too, and elsewhere so is a code that nobody knows.
    expect(told(story, asked([ours, ['A.5.99', '', 'Yes', 'x', '', '']]))[0]).toBe('table.faults');
    expect(told(story, asked([head, own.slice(0, 4)]))[0]).toBe('table.faults');
    // A control of the starter library is known, though it is not in this library.
    expect(told(story, asked([head, ['GOV-01', '', 'Yes', 'x'], ['A.5.1', '', 'Yes', 'Needed']]))).toContain(
      'applicability.own-passed-over 1,GOV-01',
    );
  });

  it('given faults, then nothing is decided, and each is named with its cell', () => {
    const story = given(iso);
    const rows = [
      head,
      ['A.5.1', '', 'Perhaps', 'x y'],
      ['A.5.1.1', '', 'Yes', 'Of another edition'],
      ['A.5', '', 'Yes', 'A group'],
      ['', '', 'Yes', 'Of what?'],
      ['A.5.2', '', 'Yes', ''],
      ['A.5.3', '', 'No', ''],
      ['A.5.4', '', 'Yes', 'Once'],
      ['A.5.4', '', 'Yes', 'Twice'],
      ['A.5.6', '', 'Yes', 'a\u0000b'],
      ['Unheard of', '', 'Yes', 'Needed'],
    ];
    expect(told(story, asked(rows))).toEqual([
      'table.faults',
      'SoA!C2 table.word',
      'SoA!A3 table.requirement-near',
      'SoA!A4 table.requirement-group',
      'SoA!A5 table.empty',
      'SoA!D10 table.characters',
      'SoA!A11 table.requirement',
      'SoA!D6 applicability.no-reason',
      'SoA!D7 applicability.no-exclusion-reason',
      'SoA!A9 applicability.twice',
      'SoA!D10 applicability.no-reason',
    ]);
    expect(held(story, 'A.5.4')).toBeUndefined();
  });

  it('given a reason for what gives none, then that is taken', () => {
    const story = given(iso);
    const rows = [head, ['A.5.2', '', 'Yes', '']];
    const said = { reasonOtherwise: 'As certified in 2025', reasonKind: 'risk' };
    story.done('applicability import', asked(rows, said));
    expect(held(story, 'A.5.2')?.[1]).toEqual(['risk: As certified in 2025']);
  });

  it('given the same again, then nothing is recorded; owner, review and obligation stay as they are', () => {
    const story = given(iso).on('2026-01-10');
    story.done('people add', { person: 'ben' });
    const law = story.done('obligations add', { kind: 'legal', title: 'Data law', asks: 'Security' });
    const reasons = [{ kind: 'law', text: 'Asked', obligation: law }];
    const decided = {
      framework: iso,
      requirement: 'A.5.1',
      applicable: true,
      reasons,
      owner: 'ben',
      reviewOn: '2026-02-01',
    };
    story.done('applicability decide', decided);
    story.on('2026-03-01');
    const rows = (text: string) => [head, ['A.5.1', '', 'Yes', `Law: ${text}\nObligation: Data law`]];
    expect(told(story, asked(rows('Asked')))[0]).toBe('applicability.decided 0,0,1');
    const changed = story.when('applicability import', asked(rows('Asked anew')));
    expect(changed).toMatchObject({ facts: [{ data: { owner: 'ben', reasonTexts: ['Asked anew'] } }] });
    const [fact] = 'facts' in changed ? changed.facts : [];
    expect(Object.keys(fact?.data ?? {})).not.toContain('reviewOn');
  });

  it('given owners in a statement of ours who are nobody here, then each is told once; of two of one name nobody is', () => {
    const story = given(iso);
    for (const person of ['cleo', 'dina']) story.done('people add', { person });
    const people = ['cleo', 'dina'].map((id) => ({ id, name: 'Alex Kim', mail: '' }));
    const ours = [
      'Control',
      'Title',
      'Applicable',
      'Why or why not',
      'In place',
      'How, and what shows it',
      'Owner',
    ];
    const rows = ['Zoe Ott', 'zoe ott', 'Alex Kim'].map((owner, at) => [
      ...[`A.5.${at + 1}`, '', 'Yes', 'Risk: We need it', '', '', owner],
    ]);
    expect(story.when('applicability import', asked([ours, ...rows], { people }))).toMatchObject({
      beside: { strangers: [{ name: 'Zoe Ott' }] },
    });
  });

  it('given our own statement as it stands, then obligations that name the row themselves change no reason', () => {
    const story = given(iso);
    const requirements = [{ framework: iso, requirement: 'A.5.19' }];
    const law = { kind: 'legal', asks: 'Security' };
    const said = story.done('obligations add', { ...law, title: 'Data law' });
    story.done('obligations add', { ...law, title: 'Supply law', requirements });
    story.done('obligations add', { ...law, kind: 'contractual', title: 'Insurance', requirements });
    story.done('applicability decide', {
      framework: iso,
      requirement: 'A.5.19',
      applicable: true,
      reasons: [
        { kind: 'law', text: 'Asked', obligation: said },
        { kind: 'law', text: 'Asked, too' },
      ],
    });
    const head = ['Control', 'Title', 'Applicable', 'Why or why not', 'Obligations', 'In place'];
    const ours = [...head, 'How, and what shows it'];
    const named = ['Data law', 'Supply law', 'Insurance'].map((title) => `Obligation: ${title}`);
    const row = ['A.5.19', '', 'Yes', 'Law: Asked; Law: Asked, too', named.join('; ')];
    expect(told(story, asked([ours, row]))).toEqual([
      'applicability.decided 0,0,1',
      'applicability.columns-left Title, How, and what shows it',
    ]);
    // What names the requirement of another scope only stands there because a reason points at it.
    const site = story.done('scopes define', { name: 'Site' });
    const other = story.done('scopes define', { name: 'Office' });
    story.done('obligations add', { ...law, title: 'Office law', requirements, scope: other });
    const office = asked([ours, ['A.5.19', '', 'Yes', 'Law: Asked', 'Obligation: Office law']], {
      scope: site,
    });
    expect(story.when('applicability import', office)).toMatchObject({
      facts: [{ data: { reasonObligations: [expect.any(String)] } }],
    });
  });

  it('given a day of review that is past or none, then it is not taken in and told', () => {
    const story = given(iso).on('2026-03-01');
    const ours = ['Control', 'Title', 'Applicable', 'Why or why not', 'In place', 'How, and what shows it'];
    const rows = [
      [...ours, 'Review on'],
      ['A.5.1', '', 'Yes', 'Needed', '', '', '2026-02-28'],
      ['A.5.2', '', 'Yes', 'Needed', '', '', 'in spring'],
      ['A.5.3', '', 'Yes', 'Needed', '', '', '2026-03-01'],
    ];
    expect(told(story, asked(rows))).toContain('applicability.reviews-left 2');
    story.done('applicability import', asked(rows));
    const reviewOf = (id: string) =>
      valueOn(
        story.programme.controls.applicability.get(applicabilityKey('organisation', iso, id)) ?? [],
        story.today,
      )?.reviewOn;
    expect(['A.5.1', 'A.5.2', 'A.5.3'].map(reviewOf)).toEqual([undefined, undefined, '2026-03-01']);
  });

  it('given an older statement of ours, then what stands beside the answer is told', () => {
    const rows = [head, ['A.5.1', '', 'Yes; 2026-01-10; Ben Bauer', 'Law: Asked; Obligation: Data law']];
    expect(told(given(iso), asked(rows))).toEqual([
      'applicability.decided 1,0,0',
      'applicability.columns-left Title',
      'applicability.obligations-left 1,Data law',
      'applicability.days-left 1',
    ]);
  });

  it('given a position, then what was decided anew since is at fault', () => {
    const story = given(iso);
    const { position } = story.programme;
    story.done('applicability import', asked([head, ['A.5.2', '', 'Yes', 'First']]));
    const again = asked([head, ['A.5.2', '', 'Yes', 'Second']], { position });
    expect(told(story, again)).toEqual(['table.faults', 'SoA!A2 applicability.decided-since']);
  });

  it('given several sheets, then all that decide are read, or only the one named', () => {
    const story = given(iso);
    const sheets = [
      sheet([['About']], 'About'),
      sheet([head, ['5.1', '', 'Yes', 'a']]),
      sheet([head, ['8.1', '', 'Yes', 'b']], 'Two'),
    ];
    const document = { kind: 'sheets', name: 'soa.xlsx', hash: 'a'.repeat(64), sheets };
    expect(told(story, asked([], { document }))[0]).toBe('applicability.decided 2,0,0');
    expect(told(story, asked([], { document, sheet: 'Two' }))[0]).toBe('applicability.decided 1,0,0');
    expect(told(story, asked([], { document, sheet: 'Three' }))).toEqual(['table.sheet']);
    expect(told(story, asked([], { document, sheet: 'About' }))).toEqual(['table.no-statement']);
    const value = { kind: 'value', name: 'a.json', hash: 'a'.repeat(64), value: {} };
    expect(told(story, asked([], { document: value }))).toEqual(['table.no-statement']);
  });

  it('given a framework that is not adopted, then it is refused; given two columns of one kind, then named', () => {
    const story = given(iso);
    expect(told(story, { ...asked([head]), framework: 'nist-csf-2.0' })).toEqual(['framework.not-adopted']);
    const rows = [
      [...head, 'Reason'],
      ['A.5.1', '', 'Yes', 'x'],
    ];
    expect(told(story, asked(rows))).toEqual(['table.faults', 'SoA!E1 table.column-again']);
  });
});
