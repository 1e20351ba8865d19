import type { Block, HeadingBlock } from '../../blocks.ts';

/** All headings in reading order, those in columns too. */
export function collectHeadings(blocks: readonly Block[]): HeadingBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block];
    return block.kind === 'columns' ? block.columns.flatMap(collectHeadings) : [];
  });
}

/**
 * The depth at which each heading stands in the outline: 1 at the beginning, one deeper than the heading it stands under,
 * so that no step down skips one (PDF/UA-1, 7.4.2) and siblings are alike. It looks as its level says all the same.
 */
export function rankHeadings(blocks: readonly Block[]): ReadonlyMap<HeadingBlock, 1 | 2 | 3> {
  const ranks = new Map<HeadingBlock, 1 | 2 | 3>();
  let above: number[] = [];
  for (const heading of collectHeadings(blocks)) {
    above = [...above.filter((level) => level < heading.level), heading.level];
    ranks.set(heading, above.length as 1 | 2 | 3);
  }
  return ranks;
}
