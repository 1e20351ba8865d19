import type { Block, Document } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import type { Sheet } from './sheet.ts';

type Said = readonly [label: string, text: string];

/** What a document says outside of tables and drawings, as the sheet that comes first. */
export function writeAbout(document: Document, blocks: readonly Block[], { about }: WorkbookWords): Sheet {
  const rows = saidIn(document, blocks);
  return { name: about, headings: ['', ''], labelled: true, rows, toRead: true, widths: [32, 110] };
}

/** Everything that a document says outside of tables and drawings: labels at the left, texts at the right. */
export function saidIn(document: Document, blocks: readonly Block[]): Said[] {
  const { title, asked, lead, status, running } = document;
  const head = [asked, lead, status].flatMap((text): Said[] => (text === undefined ? [] : [['', text]]));
  return [
    [title, ''] as const,
    ...head,
    ...blocks.flatMap((block, at) => (leadsTo(blocks, at) ? saidBy(block) : [])),
    ['', running.left] as const,
    ['', running.foot] as const,
  ];
}

/** A heading stands here only over words: what stands under others is on sheets of its own. */
function leadsTo(blocks: readonly Block[], at: number): boolean {
  const heading = blocks[at];
  if (heading?.kind !== 'heading') return true;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'heading') {
      if (saidBy(block).length > 0) return true;
    } else if (block.level <= heading.level) return false;
  }
  return false;
}

function saidBy(block: Block): Said[] {
  switch (block.kind) {
    case 'heading':
      return [
        ['', ''],
        [block.text, ''],
      ];
    case 'paragraph':
      return [['', block.text]];
    case 'note':
      return [[block.label, block.text]];
    case 'facts':
      return block.facts.map(({ label, value }) => [label, value]);
    case 'figures':
      return block.figures.map(({ figure, words }) => [figure, words]);
    case 'list':
      return saidByList(block);
    case 'interval':
      return [...Object.values(block.legend).map((words): Said => ['', words]), ['', block.words]];
    case 'heat':
      return [
        [block.caption, block.words],
        ...block.rows.flatMap(({ label, words }) => words.map((text): Said => [label, text])),
      ];
    case 'timeline':
      return block.marks.map(({ on, label }) => [block.caption, `${label}: ${on}`]);
    default:
      return [];
  }
}

function saidByList({ title, items, numbered }: Extract<Block, { kind: 'list' }>): Said[] {
  const texts = items.map(({ lead, text }, at) =>
    [...(numbered ? [`${at + 1}.`] : []), ...(lead === undefined ? [] : [lead]), text].join(' '),
  );
  return texts.map((text, at) => [at === 0 ? (title ?? '') : '', text]);
}
