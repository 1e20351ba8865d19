import { describe, expect, it } from 'vitest';
import { codeOfCountry, countriesFor, memberStates } from './countries.ts';

const codes = (word: string, chosen: readonly string[] = [], language = 'en') =>
  countriesFor(language, word, chosen).map(({ code }) => code);

describe('countries to choose from', () => {
  it('given no word, then the 27 Member States first, the nearest markets, and what was chosen', () => {
    expect(memberStates).toHaveLength(27);
    expect(new Set(codes('').slice(0, 27))).toEqual(new Set(memberStates));
    expect(codes('').slice(27)).toEqual(['NO', 'CH', 'GB', 'US']);
    expect(codes('', ['JP'])).toContain('JP');
  });

  it('given a word, then every country that fits in the language that is spoken, each once', () => {
    expect(codes('japan')).toEqual(['JP']);
    expect(codes('österr', [], 'de')).toEqual(['AT']);
    expect(codes('us')).toContain('US');
    const all = codes('a');
    expect(new Set(all).size).toBe(all.length);
  });

  it('given every code, then the browser knows a name for it', () => {
    const found = [...'aeiouy'].flatMap((letter) => countriesFor('fr', letter, []));
    for (const { code, name } of found) expect(name).not.toBe(code);
    expect(new Set(found.map(({ code }) => code)).size).toBe(249);
  });
});

describe('a country that is typed', () => {
  it.each([
    ['de', 'DE'],
    [' Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['osterreich', 'AT'],
    ['United Kingdom', 'GB'],
    ['Germ', undefined],
    ['EU', undefined],
  ])('given %s, then it is %s', (said, code) => {
    expect(codeOfCountry(said)).toBe(code);
  });
});
