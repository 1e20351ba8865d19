/** A text, a number, or a day, counted as workbooks do: 1 is 1 January 1900, with a 29 February in that year. */
export type SheetCell = string | { readonly number: number } | { readonly day: number };

/** A row of headings, then rows as wide. A table of text is one. */
export interface Sheet {
  /** At most 31 characters, none of `[ ] : * ? / \`, and no two alike. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** Laid out to be read: with filters, and to be printed on A4; else only to be filled in and read back. */
  readonly toRead?: true;
  /** No row of headings: `headings` only counts the columns, and the first cell of each row is strong. */
  readonly labelled?: true;
  /** Whose it is and of which day, at the edges of each printed page, with the page's number. */
  readonly running?: { readonly left: string; readonly right: string; readonly foot: string };
  /** In characters; as wide as the first rows need where nothing is said. */
  readonly widths?: readonly number[];
}

const firstDay = Date.UTC(1899, 11, 30);
/** Before it a workbook counts one day too many. */
const firstSure = 61;

/** A local date, `YYYY-MM-DD`, as a day of a workbook; nothing where it has no such day. */
export function dayOf(date: string): { day: number } | undefined {
  const time = Date.parse(`${date}T00:00:00Z`);
  // A day that a month does not have would be taken for one of the next month.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) return undefined;
  const day = (time - firstDay) / 86_400_000;
  return day >= firstSure ? { day } : undefined;
}

const longestName = 31;
/** What Excel keeps for itself. */
const kept = 'history';

/** Names for sheets: of what a name may hold, short enough, and each another. */
export function nameSheets(wanted: readonly string[]): string[] {
  const taken = new Set([kept]);
  return wanted.map((text) => {
    const name = text.replace(/[[\]:*?/\\\s]+/g, ' ').replace(/^[' ]+|[' ]+$/g, '') || '–';
    const free = firstFree(name, taken);
    taken.add(free.toLowerCase());
    return free;
  });
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at += 1) {
    const ending = at === 1 ? '' : ` ${at}`;
    const free = `${cutName(name, longestName - ending.length).replace(/[' ]+$/, '')}${ending}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** Cut behind a word where one ends in the second half, and within one where none does; what is cut says so. */
function cutName(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const ends = text.lastIndexOf(' ', longest - 1);
  const kept = ends > longest / 2 ? text.slice(0, ends) : cutText(text, longest - 1);
  return `${kept.replace(/[\s,;·–-]+$/u, '')}…`;
}

/** At most so many UTF-16 units, and no half of a character. */
export function cutText(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
