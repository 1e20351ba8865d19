import { columnLetters, hasWords, type SentDocument } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../../testing/index.ts';

type Grid = readonly (readonly (string | SentDocumentCell)[])[];
type SentDocumentCell = { text: string; trouble: 'formula' | 'error' | 'merged' };

const people = [
  { id: 'ben', name: 'Ben Bauer', mail: 'ben@example.org' },
  { id: 'cleo', name: 'Alex Kim', mail: 'cleo@example.org' },
  { id: 'dina', name: 'Alex Kim', mail: '' },
];

function documentOf(sheets: Readonly<Record<string, Grid>>): SentDocument {
  const rows = (grid: Grid) =>
    grid.flatMap((cells, at) => (cells.length === 0 ? [] : { number: at + 1, cells }));
  return {
    kind: 'sheets',
    name: 'library.xlsx',
    hash: 'a'.repeat(64),
    sheets: Object.entries(sheets).map(([name, grid]) => ({ name, rows: rows(grid) })),
  };
}

function ground(): Story {
  const story = given('iso27001-2022', 'nist-csf-2.0').on('2026-06-01');
  for (const { id } of people) story.done('people add', { person: id });
  story.done('controls add', { code: 'AC-1', name: 'Access', owner: 'ben', statement: 'As agreed' });
  return story;
}

function importing(story: Story, sheets: Readonly<Record<string, Grid>>, choices: object = {}) {
  return story.tried('controls import', { document: documentOf(sheets), people, ...choices });
}

function faults(story: Story, sheets: Readonly<Record<string, Grid>>) {
  const errors = importing(story, sheets)?.errors ?? [];
  expect(errors.map(({ code }) => code).filter((code) => !hasWords(`refusal.${code}`))).toEqual([]);
  return errors.map(({ at, code }) => `${at} ${code.replace('table.', '')}`);
}

const controlOf = ({ programme: { controls } }: Story, code: string) =>
  controls.controls.get(controls.byCode.get(code) ?? '');

describe('given a table that is wider than any', () => {
  const heads = Array.from({ length: 250 }, (_, at) => `Head ${at}`);
  const tooWide = (faults: readonly string[]) => faults.filter((fault) => fault.endsWith('too-many-columns'));
  const faultsOf = (value: unknown) => {
    const document = { kind: 'value', name: 'library.json', hash: 'a'.repeat(64), value };
    const { errors = [] } = ground().tried('controls import', { document, people }) ?? {};
    return errors.map(({ at, code }) => `${at} ${code.replace('table.', '')}`);
  };

  it('when it is imported, then that is one fault, and what stands there is not gone through', () => {
    const rows = [
      ['Code', 'Name', ...heads],
      ['AC-2', 'Second', ...heads],
    ];
    const found = faults(ground(), { Library: rows });
    expect(tooWide(found)).toEqual(['Library!GS1 too-many-columns']);
    expect(found.filter((fault) => /![H-Z][A-Z]/.test(fault))).toEqual([]);
    const named = Object.fromEntries(heads.map((head) => [head, 'x']));
    expect(tooWide(faultsOf({ controls: [{ code: 'AC-2', name: 'x', ...named }] }))).toEqual([
      'controls[].Head 198 too-many-columns',
    ]);
  });

  it('when only empty cells make it wide, then it is none', () => {
    const empty = Array.from({ length: 300 }, () => '');
    expect(
      faults(ground(), {
        Library: [
          ['Code', 'Name', ...empty],
          ['AC-2', 'Second', ...empty],
        ],
      }),
    ).toEqual([]);
  });

  it('when a heading is nearly a framework and nearly endless, then it is left out like any', () => {
    const heading = `claims: a${' '.repeat(300_000)}b\n`;
    const value = { controls: [{ code: 'AC-2', name: 'x', [heading]: 'x' }] };
    const document = { kind: 'value', name: 'library.json', hash: 'a'.repeat(64), value };
    const decision = ground().when('controls import', { document, people });
    expect('notices' in decision && JSON.stringify(decision).length).toBeLessThan(3000);
    expect('notices' in decision && decision.notices?.map(({ code }) => code)).toContain(
      'import.columns-left',
    );
  });
});

describe('given a workbook that says the same long text in every row', () => {
  const rowsOf = (cell: string, rows: number) =>
    Array.from({ length: rows }, (_, at) => [`M-${at}`, 'Many', cell]);

  it('when that is more than any library says, then it is refused before it is read', () => {
    const rows = rowsOf('x'.repeat(30_000), 2_000);
    const refusal = importing(ground(), { Library: [['Code', 'Name', 'Statement'], ...rows] });
    expect(refusal).toMatchObject({ kind: 'refused', code: 'table.too-much-text', path: 'file' });
    expect(hasWords('refusal.table.too-much-text')).toBe(true);
  });

  it('when that are more claims than are taken in, then the rows beyond say so', () => {
    const rows = rowsOf('4.1; '.repeat(500), 202);
    const found = faults(ground(), { Library: [['Code', 'Name', 'Claims: iso27001-2022'], ...rows] });
    expect(found.filter((fault) => fault.endsWith('too-many-claims'))).toEqual([
      'Library!C202 too-many-claims',
      'Library!C203 too-many-claims',
    ]);
  });
});

describe('given a library and a workbook', () => {
  it('when it has headings and no row, then that is said and not taken for no change', () => {
    const document = documentOf({ Library: [['Code', 'Name']] });
    const decision = ground().when('controls import', { document, people });
    expect('notices' in decision && decision.notices?.[0]).toEqual({ code: 'import.no-rows', params: {} });
    expect(hasWords('notice.import.no-rows')).toBe(true);
  });

  it('when it is imported, then a code that is there changes its control and any other adds one', () => {
    const story = ground();
    const sheet = [
      ['Our library, June'],
      [],
      [
        'Name',
        'Code',
        'Implementation',
        'Implementation since',
        'Owner',
        'Condition holds',
        'Usual evidence',
      ],
      ['Access to rooms', 'ac-1', 'Partly implemented', '2026-05-01', '', 'no', ''],
      ['Backup', 'BK-1', 'OPERATING', '', 'ben bauer', 'Yes', 'log\nticket'],
    ];
    expect(importing(story, { Controls: sheet, Notes: [['nothing here']] })).toBeUndefined();
    expect(controlOf(story, 'AC-1')).toMatchObject({
      code: 'AC-1',
      name: 'Access to rooms',
      owner: 'ben',
      statement: 'As agreed',
      conditionHolds: false,
      implementation: [
        { from: '', value: 'planned' },
        { from: '2026-05-01', value: 'partly' },
      ],
    });
    expect(controlOf(story, 'BK-1')).toMatchObject({ owner: 'ben', usualEvidence: ['log', 'ticket'] });
  });

  it('when it says nothing new, then nothing is written', () => {
    const story = ground();
    const before = story.programme.position;
    importing(story, {
      A: [
        ['code', 'name', 'statement'],
        ['AC-1', 'Access', ''],
        ['', '', ''],
      ],
    });
    expect(story.programme.position).toBe(before);
  });

  it('when a cell holds a dash, then the value is taken away, where one may', () => {
    const story = ground();
    importing(story, {
      A: [
        ['code', 'name', 'statement', 'owner'],
        ['AC-1', '', '-', ' - '],
      ],
    });
    expect(controlOf(story, 'AC-1')).toMatchObject({ name: 'Access', statement: '', owner: undefined });
    expect(
      faults(story, {
        A: [
          ['code', 'name'],
          ['AC-1', '-'],
        ],
      }),
    ).toEqual(['A!B2 not-clearable']);
  });

  it('when it has claims, then they are stated for controls of the file and of the library, joint ones too', () => {
    const story = ground();
    const sheets = {
      Controls: [
        ['Code', 'Name', 'Claims: iso27001-2022'],
        ['BK-1', 'Backup', 'A.8.13; 8.1'],
      ],
      Claims: [
        ['Framework', 'Requirement', 'Controls', 'Contribution', 'Rationale', 'Confidence', 'State'],
        ['ISO27001-2022', 'A.5.15', 'bk-1; AC-1', 'part', 'Together', 'medium', 'confirmed'],
        ['nist-csf-2.0', 'PR.AA-05', 'AC-1', '', '', '', 'proposed'],
      ],
    };
    expect(importing(story, sheets)).toBeUndefined();
    const claims = [...story.programme.controls.claims.values()];
    expect(claims.map(({ requirement, contribution, state }) => [requirement, contribution, state])).toEqual([
      ['A.8.13', 'meets', 'proposed'],
      ['8.1', 'meets', 'proposed'],
      ['A.5.15', 'part', 'proposed'],
      ['PR.AA-05', 'meets', 'proposed'],
    ]);
    expect(claims[2]).toMatchObject({ rationale: 'Together', confidence: 'medium' });
    expect(claims[2]?.controls).toHaveLength(2);
    const before = story.programme.position;
    expect(importing(story, sheets)).toBeUndefined();
    expect(story.programme.position).toBe(before);
    importing(story, sheets, { confirm: true });
    expect(story.programme.controls.claims.get(claims[2]?.id ?? '')).toMatchObject({
      state: 'confirmed',
      bulk: 1,
    });
  });

  it('when claims are to be confirmed by who may not, then nothing is done', () => {
    const story = ground();
    const sheets = {
      Claims: [
        ['Framework', 'Requirement', 'Controls', 'State'],
        ['iso27001-2022', 'A.5.15', 'AC-1', 'confirmed'],
      ],
    };
    const asked = { document: documentOf(sheets), people, confirm: true };
    expect(story.by('ben').refusal('controls import', asked)).toBe('denied permission.denied at confirm');
  });

  it('when it is JSON, then it reads alike, and faults are named by their path', () => {
    const story = ground();
    const value = {
      controls: [
        { code: 'JS-1', name: '-', usualEvidence: ['a', 'b'], conditionHolds: false, scopes: [] },
        { code: 'AC-1', statement: null },
      ],
      claims: [{ framework: 'iso27001-2022', requirement: 'A.5.15', controls: ['JS-1', 'AC-1'] }],
    };
    const document: SentDocument = { kind: 'value', name: 'a.json', hash: 'a'.repeat(64), value };
    expect(story.tried('controls import', { document, people })).toBeUndefined();
    expect(controlOf(story, 'JS-1')).toMatchObject({
      name: '-',
      usualEvidence: ['a', 'b'],
      conditionHolds: false,
    });
    expect(controlOf(story, 'AC-1')?.statement).toBe('');
    const wrong = {
      ...document,
      value: { controls: [{ code: 'AC-1', name: 'x', desing: 'draft', owner: 7 }] },
    };
    expect(story.tried('controls import', { document: wrong, people })?.errors?.map(({ at }) => at)).toEqual([
      'controls[0].owner',
    ]);
  });

  it('when a column is merged down several rows, then its value is that of each', () => {
    const story = ground();
    const rest = { text: 'Access', trouble: 'merged' } as const;
    const sheet = [
      ['Code', 'Name', 'Family'],
      ['N-1', 'x', 'Access'],
      ['N-2', 'y', rest],
    ];
    expect(importing(story, { S: sheet })).toBeUndefined();
    expect(controlOf(story, 'N-2')?.family).toBe('Access');
  });

  it('when it is only looked at, then what it would come to is counted', () => {
    const story = ground();
    const document = documentOf({
      Notes: [['to do']],
      Controls: [
        ['Code', 'Name', 'Statement', 'Claims: iso27001-2022'],
        ['AC-1', 'Renamed', 'As agreed', 'A.5.15'],
        ['N-1', 'New', '', 'A.5.16'],
      ],
      Claims: [
        ['Framework', 'Requirement', 'Controls', 'State'],
        ['iso27001-2022', 'A.5.17', 'N-1', 'confirmed'],
      ],
    });
    const asked = { document, people, confirm: false };
    const decision = story.when('controls import', asked);
    expect('notices' in decision && decision.notices).toEqual([
      { code: 'import.controls', params: { added: 1, changed: 1, unchanged: 0 } },
      { code: 'import.members', params: { members: 'name 1' } },
      { code: 'import.claims', params: { stated: 3, confirmed: 0, unchanged: 0 } },
      { code: 'import.left-proposed', params: { count: 1 } },
      { code: 'import.sheet-passed-over', params: { sheet: 'Notes' } },
    ]);
  });

  it('when somebody changed controls after the file was written, then each of them is named and none is overwritten', () => {
    const story = ground();
    const { position } = story.programme;
    story.done('controls set', { control: 'AC-1', name: 'Changed by Ana' });
    const sheets = {
      A: [
        ['code', 'name'],
        ['AC-1', 'Changed in the file'],
        ['N-1', 'New'],
      ],
    };
    const refusal = importing(story, sheets, { position });
    expect(refusal?.errors).toEqual([
      { at: 'A!A2', code: 'table.changed-since', params: { value: 'AC-1', position } },
    ]);
    expect(importing(story, sheets, { position: story.programme.position })).toBeUndefined();
  });

  it('when no sheet holds a table, or another is asked for, then it says what is needed', () => {
    const story = ground();
    expect(
      importing(story, {
        A: [
          ['x', 'y'],
          ['1', '2'],
        ],
      })?.code,
    ).toBe('table.none');
    const sheets = {
      A: [
        ['code', 'name'],
        ['X-1', 'x'],
      ],
      B: [
        ['code', 'name'],
        ['', 'y'],
      ],
    };
    expect(importing(story, sheets, { sheet: 'C' })?.code).toBe('table.sheet');
    expect(importing(story, sheets, { sheet: 'A' })).toBeUndefined();
  });
});

const head = [
  'Code',
  'Name',
  'Owner',
  'Frequency',
  'Design',
  'Scopes',
  'Implementation',
  'Implementation since',
];

describe('given a workbook with mistakes', () => {
  const row = (cells: Readonly<Record<string, string | SentDocumentCell>>, code = 'X-1') =>
    head.map((heading) => cells[heading] ?? (heading === 'Code' ? code : heading === 'Name' ? 'x' : ''));
  const tooLong = 'x'.repeat(201);

  it.each<[string, Readonly<Record<string, string | SentDocumentCell>>, string]>([
    ['no code', { Code: '' }, 'A2 empty'],
    ['a code with spaces', { Code: 'A 1' }, 'A2 code'],
    ['a merged code', { Code: { text: 'X', trouble: 'merged' } }, 'A2 cell-merged'],
    [
      'a cell that shows the one beside it',
      {
        Scopes: '',
        Implementation: { text: 'partly', trouble: 'merged' },
        'Implementation since': { text: 'partly', trouble: 'merged' },
      },
      'H2 cell-merged',
    ],
    ['no name', { Name: '' }, 'B2 empty'],
    ['a name of two lines', { Name: 'a\nb' }, 'B2 line'],
    ['a long name', { Name: tooLong }, 'B2 too-long'],
    ['half a character', { Name: 'a\ud83d' }, 'B2 characters'],
    ['an unknown owner', { Owner: 'zoe@example.org' }, 'C2 person'],
    ['a mistyped owner', { Owner: 'ben bauerr' }, 'C2 person-near'],
    ['an owner of whom there are two', { Owner: 'Alex Kim' }, 'C2 person-several'],
    ['an unknown frequency', { Frequency: 'whenever' }, 'D2 value'],
    ['a mistyped frequency', { Frequency: 'montly' }, 'D2 value-near'],
    ['a design of no kind', { Design: 'great' }, 'E2 value'],
    ['an unknown scope', { Scopes: 'Moon' }, 'F2 scope'],
    ['a day that is two', { Implementation: 'planned', 'Implementation since': '03/04/2026' }, 'H2 day'],
    [
      'a day that is none',
      { Implementation: 'planned', 'Implementation since': '2026-02-30' },
      'H2 day-absent',
    ],
    ['a day to come', { Implementation: 'planned', 'Implementation since': '2026-06-02' }, 'H2 day-future'],
    ['a formula without result', { Owner: { text: '', trouble: 'formula' } }, 'C2 cell-formula'],
    ['a failed formula', { Owner: { text: '#REF!', trouble: 'error' } }, 'C2 cell-error'],
  ])('when it has %s, then the cell is named', (_, cells, fault) => {
    expect(faults(ground(), { S: [head, row(cells)] })).toEqual([`S!${fault}`]);
  });

  it('when owners are nobody here, then each is told once, as they could be added', () => {
    const owners = [
      'Zoe Ott',
      'ZOE OTT',
      'zoe@example.org',
      'ben bauerr',
      'Alex Kim',
      'Two\nLines',
      'Ben Bauer',
    ];
    const rows = owners.map((Owner, at) => row({ Owner }, `X-${at}`));
    expect(importing(ground(), { S: [head, ...rows] })?.beside).toMatchObject({
      strangers: [
        { name: 'Zoe Ott' },
        { mail: 'zoe@example.org' },
        { name: 'ben bauerr', near: 'Ben Bauer' },
      ],
    });
  });

  it('when headings are wrong, then each is named', () => {
    const sheet = [
      ['Code', 'Nmae', 'Statement', 'Colour of the door', '', 'Description'],
      ['X-1', 'x', 'y', 'red', 'stray', ''],
    ];
    expect(faults(ground(), { S: sheet })).toEqual([
      'S!E1 column-unnamed',
      'S!F1 column-twice',
      'S!A1 column-missing',
    ]);
  });

  it('when claims are wrong, then each is named', () => {
    const story = ground();
    story.done('claims state', {
      framework: 'iso27001-2022',
      requirement: 'A.5.17',
      controls: ['AC-1'],
      rationale: 'a',
    });
    const sheet = [
      ['Framework', 'Requirement', 'Controls', 'Rationale'],
      ['iso', 'A.5.15', 'AC-1'],
      ['nis2-directive', '21', 'AC-1'],
      ['iso27001-2022', 'A.5.155', 'AC-1'],
      ['iso27001-2022', 'A.5', 'AC-1'],
      ['iso27001-2022', 'A.5.15', 'AC-11'],
      ['iso27001-2022', 'A.5.15', 'ZZZZZZ'],
      ['iso27001-2022', 'A.5.16', 'AC-1'],
      ['iso27001-2022', 'A.5.16', 'ac-1; AC-1'],
      ['iso27001-2022', 'A.5.17', 'AC-1', 'b'],
      ['', 'A.5.17', 'AC-1'],
    ];
    expect(faults(story, { S: sheet })).toEqual([
      'S!A2 framework',
      'S!A3 framework-not-adopted',
      'S!B4 requirement-near',
      'S!B5 requirement-group',
      'S!C6 control-near',
      'S!C7 control',
      'S!A11 empty',
      'S!A9 claim-twice',
      'S!A10 claim-differs',
    ]);
  });

  it('when controls are there twice, retired, or from elsewhere, then each is named', () => {
    const story = ground();
    story.done('controls add', { code: 'OLD-1', name: 'x' });
    story.done('controls retire', { control: 'OLD-1', reason: 'gone' });
    const sheet = [
      ['code', 'name', 'source', 'since'],
      ['N-1', 'x', '', ''],
      ['n-1', 'x', '', ''],
      ['OLD-1', 'y', '', ''],
      ['AC-1', '', 'elsewhere', ''],
      ['N-2', 'x', 'elsewhere', ''],
    ];
    expect(faults(story, { S: sheet })).toEqual(['S!A3 code-twice', 'S!A4 retired', 'S!C5 source-kept']);
    expect(
      faults(story, {
        S: [
          ['code', 'name', 'since'],
          ['AC-1', '', '2026-01-01'],
        ],
      }),
    ).toEqual(['S!C2 day-alone']);
  });

  it('when there are more faults than can be listed, then the rest are counted', () => {
    const rows = Array.from({ length: 1500 }, (_, at) => [`X-${at}`, '']);
    const refusal = importing(ground(), { S: [['code', 'name'], ...rows] });
    expect(refusal?.errors).toHaveLength(1000);
    expect(refusal).toMatchObject({ code: 'table.faults-listed', params: { count: 1500, unlisted: 500 } });
  });

  it('when thousands of rows say the same and one something else, then both are told, with all their cells', () => {
    const rows = Array.from({ length: 1500 }, (_, at) => [`X-${at}`, 'x', 'kaputt']);
    const sheet = [['code', 'name', 'frequency'], ...rows, ['Y-1', 'y', 'never']];
    expect(importing(ground(), { S: sheet })?.alike).toMatchObject([
      { code: 'table.value', count: 1500, at: 'S!C2:C1501' },
      { code: 'table.value', count: 1, at: 'S!C1502' },
    ]);
  });

  it('when a heading is German, then the words that may stand below it are told in German, whoever asks', () => {
    const sheet = [
      ['code', 'name', 'Umsetzung'],
      ['A-1', 'x', 'blabla'],
      ['A-2', 'x', 'geplannt'],
    ];
    const [unknown, near] = importing(ground(), { S: sheet })?.errors ?? [];
    const known = 'geplant, teilweise, umgesetzt';
    expect(unknown).toMatchObject({ code: 'table.word', params: { value: 'blabla', known } });
    expect(near).toMatchObject({ code: 'table.word-near', params: { near: 'geplant', known } });
  });

  it('when anything is wrong, then nothing at all is recorded', () => {
    const story = ground();
    const before = story.programme;
    expect(faults(story, { S: [head, row({}), row({ Owner: 'nobody' }, 'X-2')] })).toEqual(['S!C3 person']);
    expect(story.programme).toBe(before);
  });
});

it('given three hundred rows with faults spread over them, when mended, then all are taken in', () => {
  const story = ground();
  const rows = Array.from({ length: 300 }, (_, at) => [
    `C-${at}`,
    `Control ${at}`,
    at % 15 === 0 ? 'nobody' : 'ben',
    '',
    '',
    '',
    '',
    '',
  ]);
  const refusal = importing(story, { Library: [head, ...rows] });
  const expected = rows.flatMap((cells, at) =>
    cells[2] === 'nobody' ? [`Library!${columnLetters(2)}${at + 2}`] : [],
  );
  expect(refusal?.errors?.map(({ at }) => at)).toEqual(expected);
  const mended = rows.map((cells) => cells.map((cell) => (cell === 'nobody' ? 'ben@example.org' : cell)));
  expect(importing(story, { Library: [head, ...mended] })).toBeUndefined();
  expect(story.programme.controls.controls.size).toBe(301);
});
