import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryIn, faultsIn, isDay } from './said.ts';
import { whenIn } from './when.ts';

const whys = (said: Record<string, string>, expected: Parameters<typeof faultsIn>[1], end?: number) =>
  faultsIn(said, expected, end).map(({ member, why }) => `${member} ${why}`);

describe('a day in an address', () => {
  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-02-31', false],
    ['2026-13-01', false],
    ['2026-2-3', false],
    ['garbage', false],
    ['', false],
    [undefined, false],
  ])('given %j, then whether it is one: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });
});

describe('what of an address cannot be meant', () => {
  const everywhere = { on: 'day', knownAt: 'entry' } as const;

  it('given a day and an entry that are none, then both are told; given good ones, then nothing', () => {
    expect(whys({ on: 'garbage', knownAt: 'abc' }, everywhere)).toEqual(['on day', 'knownAt entry']);
    expect(whys({ on: '2026-01-31', knownAt: '12' }, everywhere, 12)).toEqual([]);
    expect(whys({}, everywhere, 12)).toEqual([]);
  });

  it('given an entry after the last, then that the ledger ends before it, as soon as its end is known', () => {
    expect(whys({ knownAt: '999999' }, everywhere, 12)).toEqual(['knownAt ended']);
    expect(whys({ knownAt: '999999' }, everywhere)).toEqual([]);
    expect(whys({ knownAt: '0' }, everywhere, 12)).toEqual(['knownAt entry']);
  });

  it('given words, lists of words, months and ids, then those that are not known', () => {
    const expected = {
      tab: ['list', 'board'],
      freshness: { anyOf: ['due', 'stale'] },
      month: 'month',
      scope: { ids: ['group'] },
      owner: undefined,
    } as const;
    const bad = { tab: 'x', freshness: 'due,rotten', month: '2026-13', scope: 'nope', owner: 'who' };
    expect(whys(bad, expected)).toEqual(['tab word', 'freshness word', 'month month', 'scope gone']);
    const good = { tab: 'board', freshness: 'stale,due', month: '2026-12', scope: 'group', other: 'x' };
    expect(whys(good, expected)).toEqual([]);
  });

  it('given free text, then one that is longer than is read, with how much is', () => {
    const expected = { text: { longest: 5 } } as const;
    expect(faultsIn({ text: 'restore' }, expected, 1)).toEqual([
      { member: 'text', value: 'restore', why: 'long', most: 5 },
    ]);
    expect(faultsIn({ text: 'rest.' }, expected, 1)).toEqual([]);
  });

  it('given any address, then what is shown is asked of a day and an entry that are sound', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat({ max: 50 }), (on, knownAt, end) => {
        const when = whenIn(on, knownAt, end);
        expect(when.on === undefined || isDay(when.on)).toBe(true);
        expect(when.knownAt === undefined || when.knownAt <= end).toBe(true);
        expect('on' in when).toBe(!whys({ on }, everywhere).includes('on day') && on !== '');
      }),
    );
  });

  it('given an entry, then it is taken as far as the ledger reaches', () => {
    expect(whenIn(undefined, '12', 12)).toEqual({ knownAt: 12 });
    expect(whenIn(undefined, '13', 12)).toEqual({});
    expect(whenIn('2026-02-31', '13', undefined)).toEqual({ knownAt: 13 });
    expect(entryIn('1e3')).toBeUndefined();
  });
});
