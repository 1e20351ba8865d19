import { describe, expect, it } from 'vitest';
import { type ControlRow, changesOf, lotsOf } from './lots.ts';

const row = (id: string, more: object = {}) =>
  ({
    id,
    family: 'access',
    implementation: 'planned',
    conditionHolds: true,
    ...more,
  }) as unknown as ControlRow;

describe('controls said of in lots', () => {
  it('given controls, then they lie together by family, without those of no use', () => {
    const rows = [
      row('a'),
      row('b', { owner: 'ana' }),
      row('c', { family: 'people' }),
      row('d', { conditionHolds: false }),
      row('e', { family: undefined }),
    ];
    expect(lotsOf(rows).map(({ family, rows: of, owned }) => [family, of.length, owned])).toEqual([
      ['access', 2, 1],
      ['people', 1, 0],
      ['', 1, 0],
    ]);
  });

  it('given what works and who answers, then the same change goes to all it is the same for, and an owner stays', () => {
    const rows = [row('a'), row('b', { owner: 'ben' }), row('c'), row('d', { implementation: 'operating' })];
    expect(
      changesOf(rows, { implementation: { a: 'operating', b: 'operating', d: 'operating' }, owner: 'ana' }),
    ).toEqual([
      { controls: ['a'], set: { implementation: 'operating', owner: 'ana' } },
      { controls: ['b'], set: { implementation: 'operating' } },
      { controls: ['c', 'd'], set: { owner: 'ana' } },
    ]);
  });

  it('given what is so already, then nothing is changed', () => {
    const rows = [row('a', { owner: 'ana' })];
    expect(changesOf(rows, { implementation: { a: 'planned' }, owner: 'ben' })).toEqual([]);
  });
});
