import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../blocks.ts';
import { collectHeadings, rankHeadings } from './headings.ts';

const level = fc.constantFrom(1, 2, 3);
const heading = level.map((level): Block => ({ kind: 'heading', level: level as 1, text: 'Heading' }));
const columns = fc
  .array(fc.array(heading, { maxLength: 3 }), { maxLength: 3 })
  .map((columns): Block => ({ kind: 'columns', columns }));
const blocks = fc.array(fc.oneof(heading, columns), { maxLength: 12 });

describe('given any headings, when they are ranked', () => {
  it('then the outline begins at 1, never steps down by more than one, and nothing stands deeper than its level', () => {
    fc.assert(
      fc.property(blocks, (blocks) => {
        const headings = collectHeadings(blocks);
        const ranks = rankHeadings(blocks);
        let above = 0;
        for (const heading of headings) {
          const rank = ranks.get(heading)!;
          expect(rank - above).toBeLessThanOrEqual(1);
          expect(rank).toBeLessThanOrEqual(heading.level);
          expect(rank).toBeGreaterThanOrEqual(1);
          above = rank;
        }
      }),
    );
  });

  it('then levels that skip none stay as they are', () => {
    const given = [1, 2, 3, 3, 2, 1].map(
      (level): Block => ({ kind: 'heading', level: level as 1, text: '-' }),
    );
    expect([...rankHeadings(given).values()]).toEqual([1, 2, 3, 3, 2, 1]);
  });

  it('then headings of one level under the same heading stand at one depth', () => {
    const given = [1, 3, 3, 1, 3].map((level): Block => ({ kind: 'heading', level: level as 1, text: '-' }));
    expect([...rankHeadings(given).values()]).toEqual([1, 2, 2, 1, 2]);
  });
});
