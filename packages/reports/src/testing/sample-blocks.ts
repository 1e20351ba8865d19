import type { Block, Document } from '../blocks.ts';
import { bars, heat, timeline } from './blocks/drawn.ts';
import { budget, columns, decisions } from './blocks/told.ts';
import { varied } from './blocks/varied.ts';
import { HOSTILE } from './hostile.ts';

/** A document of these blocks; of every kind of block, filled as a middling organisation would, unless others are given. */
export function documentOf(blocks: readonly Block[] = everyKind): Document {
  return {
    title: 'Every kind of block',
    asked: 'Sample, asked for by nobody',
    lead: 'We can show 66 of the 106 outcomes that we aim for; at most 84 hold. Three decisions are yours.',
    language: 'en',
    organisation: 'Havelmark Managed Services GmbH',
    scope: 'Managed services, Potsdam',
    version: '1.0',
    on: '2026-11-24',
    knownAt: 14_320,
    position: 14_320,
    head: 'c07a22e4'.repeat(8),
    status: 'Version 1.0, not approved',
    running: {
      left: 'Havelmark Managed Services GmbH · Managed services, Potsdam',
      right: 'Every kind of block',
      foot: 'Version 1.0, not approved · as of 24 Nov 2026 · known at position 14,320 · head c07a 22e4 … 22e4',
    },
    blocks,
  };
}

const everyKind: readonly Block[] = [
  { kind: 'contents', title: 'Contents' },
  { kind: 'pageBreak' },
  { kind: 'heading', level: 1, text: 'Where we stand' },
  {
    kind: 'paragraph',
    text: 'Six functions, 106 outcomes. Each bar says what is met and what may hold beyond it.',
  },
  { ...bars, caption: 'Where we stand' },
  {
    kind: 'figures',
    figures: [
      { figure: '66', words: 'outcomes met' },
      { figure: '18', words: 'more possible, not proven' },
      { figure: '22', words: 'gaps, each with an action' },
    ],
  },
  { kind: 'heading', level: 2, text: 'All outcomes together' },
  {
    kind: 'interval',
    n: 106,
    met: 66,
    possible: 84,
    legend: { met: '66 met', possible: '18 possible', gap: '22 gaps' },
    words: '66 of 106 outcomes are met. 18 more are possible: 11 unclaimed, 7 unknown. 22 are gaps.',
  },
  {
    kind: 'note',
    source: 'own computation',
    label: 'Own computation',
    text: 'Coverage counts a claim only while fresh evidence shows its controls.',
  },
  { kind: 'heading', level: 1, text: 'Distance to target' },
  heat,
  { kind: 'heading', level: 1, text: 'Plan to March 2027' },
  timeline,
  { kind: 'heading', level: 1, text: 'Decisions and duties' },
  columns,
  decisions,
  { kind: 'heading', level: 2, text: 'How to read this' },
  { kind: 'heading', level: 3, text: 'Marks' },
  {
    kind: 'list',
    items: [
      { text: 'Solid is met.' },
      { lead: 'Hatched', text: 'is possible, and nothing shows it yet.' },
      { text: 'Outlined is a gap.' },
    ],
  },
  { kind: 'heading', level: 3, text: 'Figures' },
  {
    kind: 'facts',
    facts: [
      { label: 'Organisation', value: 'Havelmark Managed Services GmbH' },
      { label: 'Scope', value: 'Managed services, Potsdam' },
    ],
  },
  { kind: 'heading', level: 2, text: 'Budget' },
  budget,
  { kind: 'heading', level: 1, text: 'Other shapes' },
  ...varied,
];

/** What a management body is given: one page. */
export function samplePage(): Document {
  return {
    ...documentOf([
      { ...bars, caption: 'Where we stand, in the six functions of NIST CSF 2.0' },
      columns,
      decisions,
    ]),
    layout: 'page',
    title: 'Cybersecurity, fourth quarter 2026',
    asked: 'To the management body, 17 December 2026',
  };
}

const nasty = [...HOSTILE, 'W'.repeat(300), 'x'.repeat(5000), 'Because it is so. '.repeat(278)];

/** The same kinds of block with texts that would break a page, in each place where somebody's text may stand. */
export function hostileBlocks(texts: readonly string[] = nasty): Document {
  let nth = 0;
  const spoil = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : texts[nth++ % texts.length];
    if (Array.isArray(value)) return value.map((part) => spoil(part, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoil(part, name)]));
  };
  const few = everyKind.map((block) =>
    block.kind === 'table' ? { ...block, rows: block.rows.slice(0, 6) } : block,
  );
  const points: Block = { kind: 'list', items: texts.map((text) => ({ lead: text, text })) };
  return documentOf([...(spoil(few) as Block[]), points, { kind: 'columns', columns: [[points], [points]] }]);
}

/** A word of speech and an address, each wider than the narrow column in which it stands. */
export function narrowColumns(): Document {
  const beside: Block = {
    kind: 'facts',
    facts: [{ label: 'Informationssicherheitspolitik', value: 'https://documents.example/isms/doc-02' }],
  };
  return documentOf([{ kind: 'columns', columns: [[beside], [beside], [beside]] }]);
}

/** Members that no person fills with text. */
const KEPT = new Set(['kind', 'mark', 'state', 'from', 'to', 'on', 'date', 'source', 'align', 'figure']);
