import { describe, expect, it } from 'vitest';
import type { Block } from '../../blocks.ts';
import { documentOf } from '../../testing/sample-blocks.ts';
import { saidIn } from './about.ts';

const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
const table: Block = { kind: 'table', caption: 'Rows', columns: [], rows: [] };

describe('given headings of a document, when its words stand on a sheet of their own', () => {
  it('then a heading is there over words, its own or of a part of it, and not where all it heads are tables', () => {
    const blocks: Block[] = [
      heading(1, 'Tables alone'),
      table,
      heading(1, 'Whole'),
      heading(2, 'Part'),
      { kind: 'paragraph', text: 'Words.' },
      heading(2, 'Empty part'),
      table,
    ];
    const labels = saidIn(documentOf(blocks), blocks).map(([label]) => label);
    expect(labels.filter((label) => label !== '')).toEqual(['Every kind of block', 'Whole', 'Part']);
  });
});
