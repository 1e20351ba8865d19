import { commandLinesFor, type Params, say } from '@concord/catalog';
import { isTyped, languageSpoken } from './language.ts';

/** The words of a refusal or notice for whoever asked; on the command line with the command that mends it. */
export function tellWords(key: string, params: Params = {}): string {
  const language = languageSpoken();
  const words = say(language, key, written(params, language));
  const lines = isTyped() ? commandLinesFor(key, params) : [];
  return lines.length === 0 ? words : `${words} (${lines.map((line) => `concord ${line}`).join('; ')})`;
}

/** Numbers that count something; others are names, as of an entry, a position or a year. */
const quantities: ReadonlySet<string> = new Set(
  'count limit unlisted added changed unchanged stated confirmed pairs rows matched shipped imported assessable'.split(
    ' ',
  ),
);

/** Quantities as the language writes them. */
function written(params: Params, language: string): Params {
  const number = new Intl.NumberFormat(language);
  const each = Object.entries(params).map(([name, value]) => {
    const isQuantity = typeof value === 'number' && quantities.has(name);
    return [name, isQuantity ? number.format(value) : value];
  });
  return Object.fromEntries(each);
}
