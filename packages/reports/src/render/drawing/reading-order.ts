import type { Block } from '../../blocks.ts';

/** Every block that says something, those that stand in columns too: column after column. */
export function inReadingOrder(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) =>
    block.kind === 'columns' ? inReadingOrder(block.columns.flat()) : [block],
  );
}
