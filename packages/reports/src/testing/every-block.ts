import type { BarRow, Block, Document, HeatTile } from '../blocks.ts';

const bar = (label: string, [met, possible, n]: [number, number, number], target: number): BarRow => ({
  label,
  n,
  met,
  possible,
  target,
  figure: `${met}–${possible} of ${n}`,
  change: '+2',
  words: `${met} met, ${possible - met} not proven, ${n - possible} gaps; wanted ${target}.`,
});

const tile = (id: string, label: string, level?: HeatTile['level']): HeatTile => ({
  id,
  label,
  figure: level === undefined ? '–' : `${4 - level} → 4`,
  words: level === undefined ? 'Not assessed' : `${level} below`,
  ...(level === undefined ? {} : { level }),
});

const legend = { met: 'met', possible: 'not proven', gap: 'gap' };

/** One block of each kind and each variant of it. */
export const everyBlock: readonly Block[] = [
  {
    kind: 'facts',
    facts: [
      { label: 'Organisation', value: 'Example Ltd' },
      { label: 'Scope', value: 'All\nof it' },
    ],
  },
  { kind: 'contents', title: 'Contents' },
  {
    kind: 'figures',
    figures: [
      { figure: '41', words: 'controls are met' },
      { figure: '7', words: 'are late' },
      { figure: '3', words: 'wait for you' },
    ],
  },
  { kind: 'pageBreak' },
  { kind: 'heading', level: 1, text: 'Where we stand' },
  { kind: 'paragraph', text: 'A paragraph of two lines.\nThe second one.' },
  {
    kind: 'interval',
    n: 93,
    met: 41,
    possible: 60,
    legend,
    words: 'Of 93 controls 41 are met; 19 more may be.',
  },
  { kind: 'heading', level: 2, text: 'By function' },
  {
    kind: 'bars',
    caption: 'Coverage by function',
    heads: { label: 'Function', figure: 'Met', change: 'Since March', words: 'In words' },
    rows: [
      bar('Govern', [10, 20, 31], 31),
      bar('Identify', [0, 0, 21], 10),
      bar('Protect', [22, 22, 22], 22),
      bar('Detect', [1, 11, 11], 0),
    ],
    legend: { ...legend, target: 'target' },
  },
  { kind: 'heading', level: 3, text: 'By category' },
  {
    kind: 'heat',
    caption: 'Distance to target by category',
    rows: [
      {
        label: 'Govern',
        words: ['Furthest: oversight'],
        tiles: [
          tile('GV.OC', 'Organizational Context', 0),
          tile('GV.RM', 'Risk Management Strategy', 1),
          tile('GV.RR', 'Roles and Authorities', 2),
          tile('GV.PO', 'Policy', 3),
          tile('GV.OV', 'Oversight', 4),
          tile('GV.SC', 'Supply Chain'),
          tile('GV.XX', 'A seventh', 1),
        ],
      },
      {
        label: 'Detect',
        words: [],
        tiles: [tile('DE.CM', 'Continuous Monitoring', 2), tile('DE.AE', 'Adverse Event Analysis', 0)],
      },
    ],
    legend: {
      title: 'Distance to target',
      levels: ['at target', 'near', 'some way', 'far', 'furthest'],
      none: 'not assessed',
    },
    words: 'Oversight is furthest from its target.',
  },
  {
    kind: 'timeline',
    caption: 'Roadmap',
    from: '2026-10-01',
    to: '2027-06-30',
    ticks: [
      { on: '2026-10-01', label: 'Q4 2026' },
      { on: '2027-01-01', label: 'Q1 2027' },
      { on: '2027-04-01', label: 'Q2 2027' },
    ],
    marks: [
      { on: '2026-11-22', label: 'Today' },
      { on: '2027-05-31', label: 'Target' },
    ],
    heads: { label: 'Action', words: 'Who and until when' },
    rows: [
      {
        label: 'Review access rights',
        from: '2026-09-01',
        to: '2026-11-01',
        state: 'done',
        words: 'Ana, done 1 Nov 2026',
      },
      {
        label: 'Test the restore of backups in the second data centre',
        from: '2026-11-10',
        to: '2027-02-28',
        state: 'open',
        words: 'Tomasz, until 28 Feb 2027',
      },
      {
        label: 'Sign the supplier contract',
        from: '2026-10-15',
        to: '2026-11-15',
        state: 'late',
        words: 'Ingrid, since 15 Nov 2026',
      },
    ],
  },
  {
    kind: 'list',
    numbered: true,
    title: 'What to decide',
    items: [{ lead: 'Accept', text: 'the risk R-7.' }, { text: 'Approve the budget.' }],
  },
  { kind: 'list', items: [{ text: 'One point' }, { text: 'Another point' }] },
  { kind: 'list', numbered: true, items: [{ text: 'Counts from one again' }] },
  {
    kind: 'columns',
    columns: [
      [
        { kind: 'heading', level: 3, text: 'Left' },
        { kind: 'paragraph', text: 'Beside the other.' },
      ],
      [
        { kind: 'heading', level: 3, text: 'Right' },
        { kind: 'interval', n: 4, met: 1, possible: 2, legend, words: 'One of four.' },
      ],
    ],
  },
  { kind: 'note', source: 'rule', label: 'Rule of the standard', text: 'Clause 6.1.3 d asks for it.' },
  {
    kind: 'note',
    source: 'own computation',
    label: 'Our computing',
    text: 'The interval is computed by us.',
  },
  {
    kind: 'table',
    caption: 'Measures',
    dataset: 'measures',
    columns: [
      { id: 'id', label: 'Id', width: 12, identifies: true },
      { id: 'what', label: 'What', width: 40 },
      { id: 'value', label: 'Value', width: 14, align: 'end' },
      { id: 'due', label: 'Due', width: 16 },
      { id: 'state', label: 'State', width: 18 },
    ],
    rows: [
      [
        'M-1',
        ['Patched in time', { text: 'of all servers', quiet: true }],
        { text: '1,234.5', number: 1234.5 },
        { text: '22 Nov 2026', date: '2026-11-22' },
        { text: 'Met', mark: 'met' },
      ],
      [
        'M-2',
        '=1+1',
        { text: '-3', number: -3 },
        '',
        [{ text: 'Stale: unknown since 4 Oct', mark: 'stale' }],
      ],
      [
        'M-3',
        'مراجعة الوصول 2026 ✅ 🔒',
        { text: '0', number: 0 },
        { text: '1 Jan 2027', date: '2027-01-01' },
        { text: 'Conflict', mark: 'conflict' },
      ],
      ...(['partly', 'gap', 'supported', 'unknown', 'excluded'] as const).map((mark, at) => [
        `M-${at + 4}`,
        '',
        '',
        '',
        { text: mark, mark },
      ]),
    ],
  },
  {
    kind: 'table',
    caption: 'Signatures',
    form: true,
    columns: [
      { id: 'who', label: 'Who', width: 1 },
      { id: 'signature', label: 'Signature', width: 2 },
    ],
    rows: [
      ['Prepared', ''],
      ['Approved', ''],
    ],
  },
];

/** A document of one block of each kind, unless others are given. */
export function documentOf(blocks: readonly Block[] = everyBlock): Document {
  return {
    title: 'Every block',
    asked: 'What a renderer must be able to show',
    lead: 'All kinds of blocks stand here once.',
    language: 'en',
    organisation: 'Example Ltd',
    scope: 'Whole organisation',
    version: '1.0',
    on: '2026-11-22',
    knownAt: 12,
    position: 12,
    head: 'ab'.repeat(32),
    status: 'Version 1.0, not approved',
    running: {
      left: 'Example Ltd · Whole organisation',
      right: 'Every block',
      foot: 'Version 1.0 · as of 22 Nov 2026 · head abab abab … abab',
    },
    blocks,
  };
}
