import { describe, expect, it } from 'vitest';
import { shorten } from './shorten.ts';

describe('given a text that is too long for its line', () => {
  it('when a word ends near the limit, then it is cut behind that word', () => {
    expect(shorten('Everything that Marevelt does with information', 40)).toBe(
      'Everything that Marevelt does with…',
    );
    expect(shorten('Cheese dairy in Husum, and its cold stores', 24)).toBe('Cheese dairy in Husum…');
    expect(shorten('Cheese dairy in Husum. It has cold stores', 24)).toBe('Cheese dairy in Husum…');
  });

  it('when no word ends there, then it is cut within one, at no more than the limit', () => {
    expect(shorten('x'.repeat(50), 40)).toBe(`${'x'.repeat(39)}…`);
    expect(shorten(`A ${'x'.repeat(50)}`, 40)).toHaveLength(40);
  });

  it('when a character has several parts, then it is not cut apart', () => {
    expect(shorten('👩‍👩‍👧'.repeat(5), 3)).toBe(`${'👩‍👩‍👧'.repeat(2)}…`);
    expect(shorten('short', 5)).toBe('short');
  });
});
