import { describe, expect, it } from 'vitest';
import { askedOf, branchIds, countLeaves, type Listed, treeOf } from './branches.ts';

const listed: readonly Listed[] = [
  { id: 'A', parent: null, title: 'Themes' },
  { id: 'A.1', parent: 'A', title: 'First' },
  { id: 'A.1.a', parent: 'A.1', title: 'Point' },
  { id: 'A.2', parent: 'A', title: 'Second' },
  { id: 'B', parent: null, title: 'Other' },
  { id: 'C', parent: 'not listed', title: 'Under what is not there' },
];

describe('the tree of a framework', () => {
  it('given everything fits, then each stands under its parent, in the order of the publication', () => {
    const tree = treeOf(listed, () => true);
    expect(tree.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(tree[0]?.parts.map(({ id }) => id)).toEqual(['A.1', 'A.2']);
    expect(branchIds(tree)).toEqual(['A', 'A.1']);
    expect(countLeaves(tree)).toBe(4);
  });

  it('given one fits, then the headings over it stand, and nothing beside it', () => {
    const tree = treeOf(listed, ({ id }) => id === 'A.1.a');
    expect(tree).toEqual([
      {
        id: 'A',
        title: 'Themes',
        parts: [{ id: 'A.1', title: 'First', parts: [{ id: 'A.1.a', title: 'Point', parts: [] }] }],
      },
    ]);
  });

  it('given a part of it is asked, then that, what is over it and what is under it', () => {
    expect(askedOf(listed, new Set(['A.1'])).map(({ id }) => id)).toEqual(['A', 'A.1', 'A.1.a']);
  });

  it('given none fits, then there is no tree', () => {
    expect(treeOf(listed, () => false)).toEqual([]);
  });
});
