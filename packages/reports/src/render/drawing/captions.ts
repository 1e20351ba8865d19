import type { Block } from '../../blocks.ts';

/** Blocks whose caption is the heading they stand under: printed once more it would only repeat the heading. */
export function findSaid(blocks: readonly Block[], heading = ''): ReadonlySet<Block> {
  const said = new Set<Block>();
  let above = heading;
  for (const block of blocks) {
    if (block.kind === 'heading') above = block.text;
    else if (block.kind === 'columns')
      for (const column of block.columns) for (const each of findSaid(column, above)) said.add(each);
    else if ('caption' in block && block.caption === above) said.add(block);
  }
  return said;
}
