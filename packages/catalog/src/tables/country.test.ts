import { expect, it } from 'vitest';
import countryFile from '../../data/scales/countries.json' with { type: 'json' };
import { countryMeant, entityClassLaw, isCountry } from '../index.ts';

it('knows the 249 codes that are assigned, each once, and every Member State among them', () => {
  expect([countryFile.codes.length, new Set(countryFile.codes).size]).toEqual([249, 249]);
  for (const code of countryFile.codes) expect(code).toMatch(/^[A-Z]{2}$/);
  expect(entityClassLaw().memberStates.filter((code) => !isCountry(code))).toEqual([]);
  expect(['EL', 'UK', 'EU', 'XK', 'ZZ', 'AN', 'de'].filter(isCountry)).toEqual([]);
});

it('knows what is meant by EL and UK, and by nothing else', () => {
  expect(['EL', 'UK', 'ZZ', 'constructor'].map(countryMeant)).toEqual(['GR', 'GB', undefined, undefined]);
});
