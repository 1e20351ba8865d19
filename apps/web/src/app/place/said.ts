/**
 * What a member of the address may say: a day, a month, an entry of the ledger; one of some words, or several of them
 * parted by commas; the id of something that is there; or any text, up to so many characters. Undefined while that is
 * not known yet.
 */
export type Allowed =
  | 'day'
  | 'month'
  | 'entry'
  | readonly string[]
  | { readonly anyOf: readonly string[] }
  | { readonly ids: readonly string[] }
  | { readonly longest: number }
  | undefined;

/** What a page reads of the address; members that are not named are left alone. */
export type Expected = Readonly<Record<string, Allowed>>;

/**
 * Something in the address that cannot be meant: no day, no month, no entry, an entry after the last one, a word that
 * the page does not know, the name of something that is not there, a text that is longer than is read.
 */
export interface Fault {
  readonly member: string;
  readonly value: string;
  readonly why: 'day' | 'month' | 'entry' | 'ended' | 'word' | 'gone' | 'long';
  /** Characters at most, of a text that is longer. */
  readonly most?: number | undefined;
}

type Said = Readonly<Record<string, string | undefined>>;

/** Is it a day of the calendar, written YYYY-MM-DD? */
export function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The entry of the ledger that a text names; undefined for what names none. */
export function entryIn(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined;
}

/** What of an address cannot be meant, by the page that reads it. `end` is the last entry of the ledger. */
export function faultsIn(said: Said, expected: Expected, end: number | undefined): readonly Fault[] {
  return Object.entries(expected).flatMap(([member, allowed]) => {
    const value = said[member];
    if (value === undefined || value === '') return [];
    const why = faultOf(value, allowed, end);
    if (why === undefined) return [];
    return [{ member, value, why, ...(why === 'long' ? { most: longestOf(allowed) } : {}) }];
  });
}

function faultOf(value: string, allowed: Allowed, end: number | undefined): Fault['why'] | undefined {
  if (allowed === undefined) return undefined;
  if (allowed === 'day') return isDay(value) ? undefined : 'day';
  if (allowed === 'month') return isDay(`${value}-01`) ? undefined : 'month';
  if (allowed === 'entry') return entryFault(entryIn(value), end);
  return textFault(value, allowed);
}

function textFault(value: string, allowed: Exclude<Allowed, string | undefined>): Fault['why'] | undefined {
  if ('longest' in allowed) return value.length > allowed.longest ? 'long' : undefined;
  if ('ids' in allowed) return allowed.ids.includes(value) ? undefined : 'gone';
  const words = 'anyOf' in allowed ? allowed.anyOf : allowed;
  const said = 'anyOf' in allowed ? value.split(',') : [value];
  return said.every((each) => words.includes(each)) ? undefined : 'word';
}

function longestOf(allowed: Allowed): number | undefined {
  return typeof allowed === 'object' && 'longest' in allowed ? allowed.longest : undefined;
}

function entryFault(entry: number | undefined, end: number | undefined): Fault['why'] | undefined {
  if (entry === undefined) return 'entry';
  return end !== undefined && entry > end ? 'ended' : undefined;
}
