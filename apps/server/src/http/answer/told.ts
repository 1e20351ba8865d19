import { commandLinesFor, type Params, say } from '@concord/catalog';
import { isTyped, languageSpoken } from './language.ts';

/** The words of a refusal or notice for whoever asked; on the command line with the command that mends it. */
export function tellWords(key: string, params: Params = {}): string {
  const words = say(languageSpoken(), key, params);
  const lines = isTyped() ? commandLinesFor(key, params) : [];
  return lines.length === 0 ? words : `${words} (${lines.map((line) => `concord ${line}`).join('; ')})`;
}
