import type { Block, Document, HeatBlock, TimelineBlock } from '../../blocks.ts';
import { shorten } from '../../wording/shorten.ts';
import { findSaid } from './captions.ts';
import { rankHeadings } from './headings.ts';
import { onPage } from './on-page.ts';
import { type PlacedTimeline, placeTimeline } from './timeline.ts';

/** A block with what setting it needs: whether a heading says its caption, its rank, the places of its days. */
type LaidBlock =
  | (Exclude<Block, { kind: 'columns' }> & {
      readonly said: boolean;
      readonly rank?: 1 | 2 | 3;
      readonly laid?: PlacedTimeline;
    })
  | { readonly kind: 'columns'; readonly columns: readonly (readonly LaidBlock[])[] };

/** Tiles and rows of a calendar are of one size, so what stands in them is cut to at most so many characters. */
const MOST = { group: 60, tile: 48, figure: 24, label: 160, words: 120 } as const;

/** The document with everything worked out that setting it needs. */
export function layOut(document: Document): Omit<Document, 'blocks'> & { readonly blocks: LaidBlock[] } {
  const blocks = onPage(document.blocks);
  const said = findSaid(blocks);
  const ranks = rankHeadings(blocks);
  const lay = (block: Block): LaidBlock => {
    if (block.kind === 'columns')
      return { kind: 'columns', columns: block.columns.map((column) => column.map(lay)) };
    const rank = block.kind === 'heading' ? ranks.get(block) : undefined;
    const ranked = rank === undefined ? {} : { rank };
    return { ...cut(block), said: said.has(block), ...ranked, ...placeIfCalendar(block) };
  };
  return { ...document, blocks: blocks.map(lay) };
}

function placeIfCalendar(block: Block): { laid?: PlacedTimeline } {
  return block.kind === 'timeline' ? { laid: placeTimeline(block) } : {};
}

function cut<B extends Block>(block: B): B | HeatBlock | TimelineBlock {
  if (block.kind === 'heat') return cutTiles(block);
  return block.kind === 'timeline' ? cutRows(block) : block;
}

function cutTiles(block: HeatBlock): HeatBlock {
  const rows = block.rows.map(({ label, words, tiles }) => ({
    label: shorten(label, MOST.group),
    words: words.map((line) => shorten(line, MOST.group)),
    tiles: tiles.map((tile) => ({
      ...tile,
      id: shorten(tile.id, MOST.figure),
      label: shorten(tile.label, MOST.tile),
      figure: shorten(tile.figure, MOST.figure),
      words: shorten(tile.words, MOST.tile),
    })),
  }));
  return { ...block, rows };
}

function cutRows(block: TimelineBlock): TimelineBlock {
  const rows = block.rows.map((row) => ({
    ...row,
    label: shorten(row.label, MOST.label),
    words: shorten(row.words, MOST.words),
  }));
  return { ...block, rows };
}
