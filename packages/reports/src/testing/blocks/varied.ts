import type { BarRow, Block, HeatTile } from '../../blocks.ts';
import { timeline } from './drawn.ts';

const legend = { met: 'met', possible: 'not proven', gap: 'gap' };

const bar = (label: string, [met, possible, n]: readonly [number, number, number]): BarRow => ({
  label,
  n,
  met,
  possible,
  figure: `${met}–${possible} of ${n}`,
  words: `${met} met, ${possible - met} not proven, ${n - possible} gaps.`,
});

const tile = (id: string, level?: HeatTile['level']): HeatTile => ({
  id,
  label: `Part ${id}`,
  figure: level === undefined ? '–' : `${4 - level} → 4`,
  words: '',
  ...(level === undefined ? {} : { level }),
});

const { legend: _, ...unexplained } = timeline;

const measures: Block = {
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
    ['M-2', '=1+1', { text: '-3', number: -3 }, '', [{ text: 'Stale: unknown since 4 Oct', mark: 'stale' }]],
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
};

const signatures: Block = {
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
};

/** The same kinds of block in other shapes: with less than they can hold, at their ends, over several lines. */
export const varied: readonly Block[] = [
  { kind: 'paragraph', text: 'A paragraph of two lines.\nThe second one.' },
  { kind: 'facts', facts: [{ label: 'Sites', value: 'Potsdam\nDresden' }] },
  {
    kind: 'bars',
    caption: 'Coverage of the parts',
    heads: { label: 'Part', figure: 'Met', words: 'In words' },
    rows: [bar('Nothing', [0, 0, 21]), bar('All', [22, 22, 22]), bar('Empty', [0, 0, 0])],
    legend,
  },
  {
    kind: 'heat',
    caption: 'More tiles than stand in a line',
    rows: [
      {
        label: 'Seven',
        words: [],
        tiles: [0, 1, 2, 3, 4, undefined, 1].map((level, at) => tile(`S.${at}`, level as 0)),
      },
    ],
    legend: {
      title: 'Distance',
      levels: ['none', 'near', 'some way', 'far', 'furthest'],
      none: 'not assessed',
    },
    words: 'The fifth is furthest from its target.',
  },
  { ...unexplained, caption: 'Roadmap' },
  { kind: 'list', numbered: true, items: [{ text: 'Counts from one again' }] },
  { kind: 'heading', level: 2, text: 'Side by side' },
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
  { kind: 'note', source: 'rule', label: 'Rule', text: 'Clause 6.1.3 d asks for it.' },
  measures,
  signatures,
];
