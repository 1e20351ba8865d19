import lines from '../data/command-lines.json' with { type: 'json' };
import type { Params } from './words.ts';

const LINES: Readonly<Record<string, readonly string[]>> = lines;

/**
 * What is typed on the command line to do what the words of a key say, in the order in which it is offered: none for most.
 * The words themselves name no command, since whoever reads them in the app has none.
 */
export function commandLinesFor(key: string, params: Params = {}): readonly string[] {
  const found = Object.hasOwn(LINES, key) ? (LINES[key] ?? []) : [];
  return found.map((line) => line.replace(/\{\{(\w+)\}\}/g, (hole, name) => String(params[name] ?? hole)));
}
