import { createInstance } from 'i18next';
import de from '../data/words/de.json' with { type: 'json' };
import en from '../data/words/en.json' with { type: 'json' };
import fr from '../data/words/fr.json' with { type: 'json' };

/** What stands in the {{holes}} of a text. */
export type Params = Readonly<Record<string, string | number>>;

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, de, fr: withZero(fr) };

/** BCP 47 tags of the languages that there are words in. */
export const languages = Object.keys(CATALOGUES) as [string, ...string[]];

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
  const [first, ...rest] = piecesOf(language, key);
  if (first === undefined || rest.some(({ hole }) => params[hole] === undefined))
    return catalogue.t(key, { ...params, lng: language });
  let text = first.after;
  for (const { hole, after } of rest) text += `${params[hole]}${after}`;
  return text;
}

/**
 * French counts nothing as it counts one: a text for one that does not say the number would tell of one where there is
 * none. The app has the same rule for its own words (with-zero.ts): the catalogue imports nothing of ours, and its one
 * door would bring all its data into the browser.
 */
function withZero(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const zero = Object.entries(words).flatMap(([key, text]) => {
    const [name, others] = [key.replace(/_one$/, '_zero'), words[key.replace(/_one$/, '_other')]];
    const isApart = name !== key && !Object.hasOwn(words, name) && !text.includes('{{count}}');
    return isApart && others !== undefined ? [[name, others]] : [];
  });
  return { ...Object.fromEntries(zero), ...words };
}

/** What follows a hole, up to the next one; the first follows none. */
interface Piece {
  readonly hole: string;
  readonly after: string;
}

const pieces = new Map<string, readonly Piece[]>();

/** Most texts are only holes to fill, and views say thousands: those are cut once. None of what has more to it. */
function piecesOf(language: string, key: string): readonly Piece[] {
  const name = `${language} ${key}`;
  const known = pieces.get(name);
  if (known) return known;
  const cut = cutAtHoles(CATALOGUES[language] ?? {}, key);
  // Keys nobody has written can be anything.
  if (cut.length > 0) pieces.set(name, cut);
  return cut;
}

function cutAtHoles(words: Readonly<Record<string, string>>, key: string): Piece[] {
  const text = Object.hasOwn(words, key) ? words[key] : undefined;
  const hasVariants = Object.keys(words).some((each) => each.startsWith(`${key}_`));
  if (text === undefined || hasVariants || text.includes('$t(')) return [];
  const [first = '', ...rest] = text.split('{{');
  const cut = rest.map((each) => each.split('}}'));
  if (cut.some(([hole = '', ...after]) => !/^\w+$/.test(hole) || after.length !== 1)) return [];
  return [{ hole: '', after: first }, ...cut.map(([hole = '', after = '']) => ({ hole, after }))];
}

/** The same in another language, of words that are written out in English: those under a key with this beginning. */
export function sayAlike(language: string, beginning: string, english: string): string {
  const key = Object.keys(en).find(
    (each) => each.startsWith(beginning) && en[each as keyof typeof en] === english,
  );
  return key === undefined ? english : say(language, key);
}

/** Whether somebody has written words for this key in English. */
export function hasWords(key: string): boolean {
  return Object.hasOwn(en, key);
}
