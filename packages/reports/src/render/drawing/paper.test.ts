import { describe, expect, it } from 'vitest';
import { documentOf, hostileBlocks } from '../../testing/sample-blocks.ts';
import { layOut } from './paper.ts';

describe('given documents, when they are laid out for paper', () => {
  it('then what needs no cutting is as it was', () => {
    const laid = layOut(documentOf());
    for (const [nth, block] of documentOf().blocks.entries()) expect(laid.blocks[nth]).toMatchObject(block);
  });

  it('then a tile and a row of a calendar hold only so much', () => {
    for (const block of layOut(hostileBlocks()).blocks) {
      if (block.kind === 'heat')
        for (const { label, words, tiles } of block.rows)
          for (const text of [label, ...words, ...tiles.flatMap((tile) => [tile.label, tile.words])])
            expect([...text].length).toBeLessThanOrEqual(90);
      if (block.kind === 'timeline')
        for (const { label } of block.rows) expect(label.length).toBeLessThanOrEqual(250);
    }
  });

  it('then a row of bars and a point keep all their text', () => {
    const laid = JSON.stringify(layOut(hostileBlocks()).blocks.filter(({ kind }) => kind === 'bars'));
    expect(laid).toContain('x'.repeat(5000));
  });
});
