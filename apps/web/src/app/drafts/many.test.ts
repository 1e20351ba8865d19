import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedTogether } from './many.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 20 });

describe('the name of many records at once', () => {
  it('given the same ones in another order, then it is the same', () => {
    fc.assert(
      fc.property(ids, (some) => {
        expect(namedTogether([...some].reverse())).toBe(namedTogether(some));
      }),
    );
  });

  it('given others, also one more or one less, then it is another', () => {
    fc.assert(
      fc.property(ids, ids, (some, others) => {
        fc.pre([...some].sort().join('\n') !== [...others].sort().join('\n'));
        expect(namedTogether(others)).not.toBe(namedTogether(some));
      }),
    );
    expect(namedTogether(['A.5.1', 'A.5.2'])).not.toBe(namedTogether(['A.5.1', 'A.5.3']));
  });

  it('given a thousand, then it is short', () => {
    const many = Array.from({ length: 1000 }, (_, at) => `ctl_${at}`);
    expect(namedTogether(many).length).toBeLessThan(40);
  });
});
