import { printable } from './printable.ts';

type Shown = Record<string, unknown>;

// A SHA-256 is shown whole: it is to be copied.
const widest = 64;

/** As much of a text as a column is wide. */
export function cut(text: string): string {
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}

/** One value in a line of text. */
export function plain(value: unknown, column = ''): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return cellText(String(value));
  if (column === 'data') return plainMembers(value);
  if (column === 'target') return plainTarget(value as Shown);
  if (column === 'adopted' && 'code' in value) return cellText(String(value.code));
  if ('linked' in value && 'of' in value) return plainShare(value as Record<string, number>);
  if (column === 'into') return (value as { id: string }[]).map(({ id }) => id).join(', ');
  if ('word' in value) return plainOutcome(value as Shown);
  const said = saysItself(value as Shown);
  if (said !== undefined) return cellText(said);
  if ('coveredDays' in value || 'met' in value) return plainCount(value as Record<string, number>);
  return Array.isArray(value) ? value.map((each) => plain(each)).join(', ') : plainMembers(value);
}

/** What is wanted of an outcome. */
function plainTarget({ wanted, priority, tier, due }: Shown): string {
  if (wanted === false) return 'not wanted';
  const members = { priority, tier, due };
  return plainMembers(Object.fromEntries(Object.entries(members).filter(([, each]) => each !== undefined)));
}

/** How an outcome stands, and what is wanted of it. */
function plainOutcome({ word, included, target }: Shown): string {
  const out = included === false ? 'not included' : '';
  const wanted = target ? plainTarget(target as Shown) : '';
  return [plain(word), out, wanted].filter((each) => each !== '').join('; ');
}

/** A text in one line, as wide as it is printed. */
function cellText(text: string): string {
  return printable(text.replace(/[\n\r\t]/g, ' ')).replace(/\p{Cf}/gu, ' ');
}

/** What is known by its name, or says itself what it is. */
export function saysItself({ name, words, sentence, title }: Shown): string | undefined {
  return [name, words, sentence, title].find((each) => typeof each === 'string' && each !== '') as
    | string
    | undefined;
}

/** Days covered of a time; else how many are met for certain, and at most, of how many. */
function plainCount({ coveredDays, days, met, possible, n }: Readonly<Record<string, number>>): string {
  return coveredDays === undefined ? `${met} to ${possible} of ${n}` : `${coveredDays} of ${days} days`;
}

/** How many are linked; without a catalogue to count against, how many ids lead nowhere. */
function plainShare({ linked, of, underHeadings, unresolved }: Readonly<Record<string, number>>): string {
  if (of === 0) return `${unresolved} unresolved`;
  return `${linked} of ${of}${underHeadings === 0 ? '' : `, ${underHeadings} under headings`}`;
}

function plainMembers(value: object): string {
  const members = Object.entries(value).filter(([, each]) => each !== '' && each !== null);
  return members.map(([name, each]) => `${name} ${plain(each)}`).join(', ');
}
