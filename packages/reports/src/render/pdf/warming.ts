import type { Block, Document } from '../../blocks.ts';

const row = [
  'Identity',
  'Some words that fill a line and then another line',
  { text: 'Met', mark: 'met' },
] as const;

const blocks: readonly Block[] = [
  { kind: 'facts', facts: [{ label: 'Label', value: 'Value' }] },
  { kind: 'figures', figures: [{ figure: '1', words: 'word' }] },
  {
    kind: 'interval',
    n: 3,
    met: 1,
    possible: 2,
    legend: { met: '1', possible: '1', gap: '1' },
    words: 'words',
  },
  { kind: 'heading', level: 1, text: 'Heading' },
  {
    kind: 'bars',
    caption: 'Bars',
    heads: { label: 'a', figure: 'b', words: 'c' },
    rows: [{ label: 'a', n: 3, met: 1, possible: 2, target: 3, figure: '1–2', words: 'words' }],
    legend: { met: 'a', possible: 'b', gap: 'c', target: 'd' },
  },
  { kind: 'list', numbered: true, title: 'Title', items: [{ lead: 'Lead', text: 'Text' }] },
  { kind: 'note', source: 'rule', label: 'Rule', text: 'Text' },
  {
    kind: 'table',
    caption: 'Table',
    columns: ['a', 'b', 'c'].map((id) => ({ id, label: id, width: 1 })),
    rows: Array.from({ length: 60 }, () => row),
  },
];

/** A document that nobody reads; its only purpose is to have been set. */
export const WARMING: Document = {
  title: 'Warming',
  language: 'en',
  organisation: '-',
  scope: '-',
  on: '2026-01-01',
  knownAt: 0,
  position: 0,
  head: '0'.repeat(64),
  status: '-',
  running: { left: '-', right: '-', foot: '-' },
  blocks,
};
