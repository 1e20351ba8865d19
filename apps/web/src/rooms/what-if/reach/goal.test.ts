import { describe, expect, test } from 'vitest';
import { goalIn, writeGoal } from './goal.ts';

describe('the goal of an address', () => {
  test('given a share or a profile, it is read and written alike', () => {
    expect(goalIn('nist-csf-2.0:90')).toEqual({ framework: 'nist-csf-2.0', percent: 90 });
    expect(writeGoal({ framework: 'nist-csf-2.0', percent: 90 })).toBe('nist-csf-2.0:90');
    expect(goalIn('nist-csf-2.0:Target profile')).toEqual({
      framework: 'nist-csf-2.0',
      profile: 'Target profile',
    });
    expect(writeGoal({ framework: 'nist-csf-2.0', profile: 'abc' })).toBe('nist-csf-2.0:abc');
  });

  test('given a framework alone, all of it is meant', () => {
    expect(goalIn('nis2-directive')).toEqual({ framework: 'nis2-directive', percent: 100 });
  });

  test('given no share that there can be, there is no goal', () => {
    expect([goalIn('x:0'), goalIn('x:101'), goalIn('')]).toEqual([undefined, undefined, undefined]);
  });
});
