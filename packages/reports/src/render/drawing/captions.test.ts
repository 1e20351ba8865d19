import { describe, expect, it } from 'vitest';
import type { Block } from '../../blocks.ts';
import { findSaid } from './captions.ts';

const table = (caption: string): Block => ({ kind: 'table', caption, columns: [], rows: [] });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

describe('given captions and headings', () => {
  it('when the heading above says the same, then the caption is said, whatever stands between', () => {
    const repeated = table('Rows');
    expect(findSaid([heading('Rows'), { kind: 'paragraph', text: '-' }, repeated])).toEqual(
      new Set([repeated]),
    );
  });

  it('when another heading came between or there is none, then it is not', () => {
    expect(findSaid([table('Rows'), heading('Rows'), heading('Other'), table('Rows')]).size).toBe(0);
  });

  it('when the block stands in a column, then the heading above the columns counts, and one inside it too', () => {
    const [outer, inner] = [table('Above'), table('Inside')];
    const columns: Block = { kind: 'columns', columns: [[outer], [heading('Inside'), inner]] };
    expect(findSaid([heading('Above'), columns])).toEqual(new Set([outer, inner]));
  });
});
