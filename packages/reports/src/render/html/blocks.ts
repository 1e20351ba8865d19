import type { Block, HeadingBlock } from '../../blocks.ts';
import { findSaid } from '../drawing/captions.ts';
import { rankHeadings } from '../drawing/headings.ts';
import { onPage } from '../drawing/on-page.ts';
import { writeBars, writeInterval } from './drawn/bars.ts';
import { writeHeat } from './drawn/heat.ts';
import { writeTimeline } from './drawn/timeline.ts';
import { type ListedHeading, writeContents, writeList } from './lists.ts';
import { put } from './written/put.ts';
import { tablePieces } from './written/table.ts';

/** What a block has to know of the page around it. */
interface Page {
  readonly said: ReadonlySet<Block>;
  readonly headings: ReadonlyMap<Block, ListedHeading>;
}

/** The blocks of a whole document, in order; a table row after row. */
export function* blockPieces(all: readonly Block[]): Generator<string, void> {
  const blocks = onPage(all);
  const ranks = [...rankHeadings(blocks)] as [HeadingBlock, 1 | 2 | 3][];
  const headings = new Map<Block, ListedHeading>(
    ranks.map(([heading, rank], nth) => [
      heading,
      { id: `heading-${nth + 1}`, rank, listed: heading.level < 3, text: heading.text },
    ]),
  );
  const page = { said: findSaid(blocks), headings };
  for (const [nth, block] of blocks.entries()) {
    if (nth > 0) yield '\n';
    if (block.kind === 'table') yield* tablePieces(block, page.said.has(block));
    else yield writeBlock(block, page);
  }
}

function writeEach(blocks: readonly Block[], page: Page): string {
  return blocks.map((block) => writeBlock(block, page)).join('\n');
}

function writeBlock(block: Block, page: Page): string {
  switch (block.kind) {
    case 'heading':
      return writeHeading(block, page);
    case 'contents':
      return writeContents(block, [...page.headings.values()]);
    case 'columns':
      return `<div class="columns">${block.columns.map((column) => `<div>${writeEach(column, page)}</div>`).join('\n')}</div>`;
    case 'bars':
      return writeBars(block, page.said.has(block));
    case 'heat':
      return writeHeat(block, page.said.has(block));
    case 'timeline':
      return writeTimeline(block, page.said.has(block));
    case 'table':
      return [...tablePieces(block, page.said.has(block))].join('');
    default:
      return writePlain(block);
  }
}

type PlainBlock = Exclude<
  Block,
  { kind: 'heading' | 'contents' | 'columns' | 'bars' | 'heat' | 'timeline' | 'table' }
>;

/** Blocks that need to know nothing of the page. */
function writePlain(block: PlainBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${put(block.text)}</p>`;
    case 'facts':
      return `<dl${block.record ? ' class="record"' : ''}>${block.facts.map(({ label, value }) => `<dt>${put(label)}</dt><dd>${put(value)}</dd>`).join('')}</dl>`;
    case 'figures':
      return `<ul class="figures">${block.figures.map(({ figure, words }) => `<li><b>${put(figure)}</b> <span>${put(words)}</span></li>`).join('')}</ul>`;
    case 'interval':
      return writeInterval(block);
    case 'list':
      return writeList(block);
    case 'note':
      return `<p class="note"><b>${put(block.label)}</b> <span>${put(block.text)}</span></p>`;
    case 'pageBreak':
      return '<div class="page-break"></div>';
  }
}

/** The title is the one `h1`, so headings begin with `h2`; `level` is how it looks. */
function writeHeading(block: HeadingBlock, { headings }: Page): string {
  const { id, rank } = headings.get(block)!;
  return `<h${rank + 1} id="${id}" class="level-${block.level}">${put(block.text)}</h${rank + 1}>`;
}
