import type { Language } from './language.ts';

/** Dates and numbers as a language writes them. Local dates are `YYYY-MM-DD`, instants ISO 8601. */
export interface Format {
  /** 24 Nov 2026 */
  readonly day: (date: string) => string;
  /** 24 Nov, where the year goes without saying */
  readonly dayShort: (date: string) => string;
  /** 24 Nov, with the year where it is not that of today: 17 Nov 2027 */
  readonly dayNear: (date: string, today: string) => string;
  /** November 2026 */
  readonly month: (date: string) => string;
  /** Tuesday 24 November 2026 */
  readonly dayLong: (date: string) => string;
  /** 24 Nov 2026, 10:10, in the zone of whoever looks */
  readonly instant: (at: string) => string;
  readonly number: (value: number) => string;
  /** A share from 0 to 1 in whole percent. */
  readonly percent: (share: number) => string;
  /** in 3 days, 9 days ago */
  readonly fromToday: (date: string, today: string) => string;
  /** a minute ago, 3 hours ago; of an instant, seen from another. */
  readonly ago: (at: string, now: number) => string;
  /** Names one after the other, the last behind an "and". */
  readonly and: (names: readonly string[]) => string;
  /** Compares as a reader of the language would sort. */
  readonly compare: (one: string, other: string) => number;
  /** Clauses one after the other, parted as the language parts them. */
  readonly listed: (clauses: readonly string[]) => string;
  /** 1.4 MB */
  readonly bytes: (size: number) => string;
}

const tags: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR' };
const made = new Map<Language, Format>();

export function formatIn(language: Language): Format {
  const before = made.get(language);
  if (before) return before;
  const format = makeFormat(tags[language]);
  made.set(language, format);
  return format;
}

/** Days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The local date some days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function makeFormat(tag: string): Format {
  const dated = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (date: string) => {
      const at = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(at) ? date : firstOfMonth(format.format(at), tag);
    };
  };
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' });
  const collator = new Intl.Collator(tag, { numeric: true, sensitivity: 'base' });
  const day = dated({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayShort = dated({ day: 'numeric', month: 'short' });
  return {
    day,
    dayShort,
    dayNear: (date, today) => (date.slice(0, 4) === today.slice(0, 4) ? dayShort : day)(date),
    month: dated({ month: 'long', year: 'numeric' }),
    dayLong: dated({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    instant: (at) => (Number.isNaN(Date.parse(at)) ? at : firstOfMonth(instant.format(Date.parse(at)), tag)),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    fromToday: (date, today) => relative.format(daysBetween(today, date), 'day'),
    ago: (at, now) => agoIn(relative, now - Date.parse(at)),
    and: (names) => conjunction.format(names),
    compare: collator.compare,
    listed: (clauses) => clauses.join(tag.startsWith('fr') ? '\u00a0; ' : '; '),
    bytes: (size) => bytesIn(tag, size),
  };
}

/** In French the first of a month is the 1er. */
function firstOfMonth(written: string, tag: string): string {
  return tag.startsWith('fr') ? written.replace(/(^|\s)1 (?=\p{L})/u, '$11er ') : written;
}

const minuteMs = 60_000;

/** In the largest unit of which one has passed; less than a minute counts as one. */
function agoIn(relative: Intl.RelativeTimeFormat, passedMs: number): string {
  const minutes = Math.max(1, Math.floor(passedMs / minuteMs));
  if (minutes < 60) return relative.format(-minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? relative.format(-hours, 'hour') : relative.format(-Math.floor(hours / 24), 'day');
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function bytesIn(tag: string, size: number): string {
  const step = size < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(size) / 3));
  const shown = step === 0 ? { unitDisplay: 'long', maximumFractionDigits: 0 } : { maximumFractionDigits: 1 };
  const options = { style: 'unit', unit: units[step] as string, ...shown };
  return new Intl.NumberFormat(tag, options as Intl.NumberFormatOptions).format(size / 1000 ** step);
}
