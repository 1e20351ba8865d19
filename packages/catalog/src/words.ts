import { createInstance } from 'i18next';
import en from '../data/words/en.json' with { type: 'json' };

/** What stands in the {{holes}} of a text. */
export type Params = Readonly<Record<string, string | number>>;

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en };

const catalogue = createInstance();
catalogue.init({
  initAsync: false,
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    Object.entries(CATALOGUES).map(([language, translation]) => [language, { translation }]),
  ),
});

/**
 * The words for a key in a language, English where that language has none; a key nobody has written comes back
 * as itself. Values are put in as they are: whoever writes HTML escapes there.
 */
export function say(language: string, key: string, params: Params = {}): string {
  return catalogue.t(key, { ...params, lng: language });
}

/** Whether somebody has written words for this key in English. */
export function hasWords(key: string): boolean {
  return Object.hasOwn(en, key);
}
