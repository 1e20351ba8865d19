import type { Block, HeatTile, TimelineBlock, TimelineRow } from '../../blocks.ts';

const coverage = [
  ['Govern', 31, 20, 23, 29, '+3', 'Supplier contracts lag behind'],
  ['Identify', 21, 14, 17, 21, '=', 'Inventory and risks are in hand'],
  ['Protect', 22, 14, 19, 21, '+1', 'Console sign-in is the weak spot'],
  ['Detect', 11, 8, 10, 11, '=', 'One supplier is not watched'],
  ['Respond', 13, 11, 13, 13, '+1', 'Held in the November incident'],
  ['Recover', 8, 5, 6, 8, '+1', 'Restore tests are unfinished'],
] as const;

export const bars = {
  kind: 'bars',
  heads: { label: 'Function', figure: 'Outcomes', change: 'Since July', words: 'In short' },
  rows: coverage.map(([label, n, met, possible, target, change, words]) => ({
    label,
    n,
    met,
    possible,
    target,
    change,
    words,
    figure: `${met}–${possible} of ${n}`,
  })),
  legend: { met: 'Met', possible: 'Possible, not proven', gap: 'Gap', target: 'Target, 31 March 2027' },
} as const;

const categories: readonly (readonly [
  string,
  string,
  readonly (readonly [string, string, number | undefined])[],
])[] = [
  [
    'Govern',
    'GV',
    [
      ['Context', 'OC', 1],
      ['Risk strategy', 'RM', 1],
      ['Roles', 'RR', 1],
      ['Policy', 'PO', 2],
      ['Oversight', 'OV', 4],
      ['Supply chain', 'SC', 4],
    ],
  ],
  [
    'Identify',
    'ID',
    [
      ['Assets', 'AM', 1],
      ['Risk assessment', 'RA', 2],
      ['Improvement', 'IM', undefined],
    ],
  ],
  [
    'Protect',
    'PR',
    [
      ['Identity, access', 'AA', 3],
      ['Training', 'AT', 2],
      ['Data security', 'DS', 1],
      ['Platforms', 'PS', 2],
      ['Resilience', 'IR', 1],
    ],
  ],
  [
    'Detect',
    'DE',
    [
      ['Monitoring', 'CM', 1],
      ['Event analysis', 'AE', 3],
    ],
  ],
  [
    'Respond',
    'RS',
    [
      ['Management', 'MA', 2],
      ['Analysis', 'AN', 1],
      ['Reporting', 'CO', 2],
      ['Mitigation', 'MI', 2],
    ],
  ],
  [
    'Recover',
    'RC',
    [
      ['Recovery plan', 'RP', 4],
      ['Communication', 'CO', 0],
    ],
  ],
];

export const heat: Block = {
  kind: 'heat',
  caption: 'Six functions, 22 categories',
  rows: categories.map(([label, letters, tiles]) => ({
    label,
    words: ['2.7 → 3.4', '31 of 31 judged'],
    tiles: tiles.map(
      ([name, rest, level]): HeatTile => ({
        id: `${letters}.${rest}`,
        label: name,
        figure: level === undefined ? '–' : `${(3.4 - level / 4).toFixed(1)} → 3.4`,
        words: level === undefined ? 'not judged' : '5/5 · min 2',
        ...(level === undefined ? {} : { level: level as 0 }),
      }),
    ),
  })),
  legend: {
    title: 'Distance to target',
    levels: ['0', '0.3', '0.5', '0.7', '1.0 and more'],
    none: 'not judged',
  },
  words:
    '0 not performed, 1 begun, 2 repeatable, 3 defined, 4 measured. Means of judged outcomes; those not yet judged are left out.',
};

const plan: readonly TimelineRow[] = [
  {
    label: 'Hardware keys on the management console',
    from: '2026-11-10',
    to: '2027-01-15',
    state: 'open',
    words: 'Jonas W., by 15 Jan 2027',
  },
  {
    label: 'Restore tests for every customer cluster',
    from: '2026-10-01',
    to: '2026-11-20',
    state: 'late',
    words: 'Jonas W., late since 20 Nov',
  },
  {
    label: 'Due diligence and exit terms, 12 key suppliers',
    from: '2026-12-01',
    to: '2027-02-28',
    state: 'open',
    words: 'Luca F., by 28 Feb 2027',
  },
  {
    label: 'Oversight report with measures, each quarter',
    from: '2026-10-20',
    to: '2026-11-12',
    state: 'done',
    words: 'Ana K., done 12 Nov',
  },
  {
    label: 'A way to report vulnerabilities to us',
    from: '2026-08-01',
    to: '2026-09-30',
    state: 'done',
    words: 'Tomasz N., done 30 Sep',
  },
  {
    label: 'Watch the service of key suppliers',
    from: '2027-02-01',
    to: '2027-05-31',
    state: 'open',
    words: 'Tomasz N., by 31 May 2027',
  },
];

export const timeline: TimelineBlock = {
  kind: 'timeline',
  caption: 'Actions',
  from: '2026-10-15',
  to: '2027-04-20',
  ticks: [
    '2026-11-01 Nov',
    '2026-12-01 Dec',
    '2027-01-01 Jan 2027',
    '2027-02-01 Feb',
    '2027-03-01 Mar',
    '2027-04-01 Apr',
  ].map((tick) => ({ on: tick.slice(0, 10), label: tick.slice(11) })),
  marks: [
    { on: '2026-11-24', label: 'Today' },
    { on: '2027-03-31', label: 'Target' },
  ],
  heads: { label: 'Action', words: 'Who, until when' },
  rows: plan,
  legend: { done: 'done', open: 'open', late: 'late' },
};
