import { isName, longestName } from '@concord/operations/client';
import { describe, expect, it } from 'vitest';
import { whyNoName } from './why-no-name.ts';

describe('given a name that is none', () => {
  it('when there is only too much of it, then no sign in it is blamed', () => {
    const long = 'x'.repeat(longestName + 1);
    expect([isName(long), whyNoName(long)]).toEqual([false, 'name.too-long']);
    expect(isName(` ${'x'.repeat(longestName)} `)).toBe(true);
  });

  it('when nothing stands there, or what no name may hold, then that is the reason', () => {
    expect(['', '  ', 'Muster \u200fKG', 'Muster\nKG'].map(whyNoName)).toEqual([
      'name.missing',
      'name.missing',
      'name.wrong',
      'name.wrong',
    ]);
  });
});
