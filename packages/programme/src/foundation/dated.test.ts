import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dated, valueOn } from './dated.ts';

const days = ['', '2026-01-01', '2026-01-02', '2026-02-28', '2026-03-01'];
const day = fc.constantFrom(...days);
const anyHistory = fc.array(fc.record({ from: day, value: fc.nat() }), { maxLength: 8 });

/** Said another way: sort by day, later recorded last, and take the last that has begun. */
function expected(history: readonly Dated<number>[], on: string): number | undefined {
  const begun = history.map((entry, at) => ({ ...entry, at })).filter(({ from }) => from <= on);
  begun.sort((one, other) => (one.from === other.from ? one.at - other.at : one.from < other.from ? -1 : 1));
  return begun.at(-1)?.value;
}

describe('the value on a day', () => {
  it('is the latest that has begun; of equal days the later recorded', () => {
    fc.assert(
      fc.property(anyHistory, day, (history, on) => {
        expect(valueOn(history, on)).toBe(expected(history, on));
      }),
    );
  });

  it('is none before the first day that anybody named, and undated holds always', () => {
    expect(valueOn([{ from: '2026-03-01', value: 'a' }], '2026-02-28')).toBeUndefined();
    expect(valueOn([{ from: '', value: 'a' }], '0001-01-01')).toBe('a');
  });

  it('does not depend on the order in which other days were recorded', () => {
    const march = { from: '2026-03-01', value: 'march' };
    const january = { from: '2026-01-01', value: 'january' };
    expect(valueOn([march, january], '2026-03-01')).toBe('march');
    expect(valueOn([march, january], '2026-02-28')).toBe('january');
  });
});
