import type { Option } from './option.ts';

/** The one option that a text names in full, whatever its letters' case; undefined where none or several bear the name. */
export function namedBy(options: readonly Option[], text: string): string | undefined {
  const name = plain(text);
  const [only, another] = options.filter(({ label }) => plain(label) === name);
  return another === undefined ? only?.id : undefined;
}

/** Whether a text stands for something that was not chosen: it is neither empty nor the name of what was. */
export function isUnknown(text: string, chosen: string): boolean {
  return text.trim() !== '' && text !== chosen;
}

/** A text that was typed, and what was chosen when it was. */
export interface Typed {
  readonly text: string;
  readonly over: string | undefined;
}

/** What was typed, as long as the choice is the one it was typed over; chosen or taken away since, it is over. */
export function standsOver(typed: Typed, chosen: string | undefined): Typed | undefined {
  return typed.over === chosen ? typed : undefined;
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase();
}
