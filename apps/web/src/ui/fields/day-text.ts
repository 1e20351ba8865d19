/** What was typed into a field for a day: the day, nothing, or what is wrong with it. */
export type DayRead =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'no-such-day'; readonly month: string; readonly days: number }
  | { readonly kind: 'unreadable' };

/** A local date as the language writes it for reading and typing: 15 Jan 2027, 15.01.2027, 15/01/2027. */
export function writeDay(day: string | undefined, language: string): string {
  if (day === undefined || day === '') return '';
  const date = new Date(`${day}T00:00:00Z`);
  const month = language.startsWith('en') ? 'short' : '2-digit';
  const style = { day: '2-digit', month, year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, style).format(date);
}

/** Reads a day typed as ISO writes it, in figures with the day first, or with the month as a word. */
export function readDay(text: string, language: string): DayRead {
  const typed = text.trim();
  if (typed === '') return { kind: 'none' };
  const parts = partsOf(typed, language);
  if (!parts || parts.month < 1 || parts.month > 12 || parts.day < 1) return { kind: 'unreadable' };
  const days = daysIn(parts);
  if (parts.day > days) return { kind: 'no-such-day', month: writeMonth(parts, language), days };
  return { kind: 'day', day: isoOf(parts) };
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(typed: string, language: string): Parts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const [, day, month = '', year] =
    /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}+)[\s./-]+(\d{4}|\d{2})$/u.exec(typed) ?? [];
  if (day === undefined) return undefined;
  return { year: yearOf(year ?? ''), month: monthOf(month, language), day: Number(day) };
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** A month by its number or by how its name begins; 0 when it is none. */
function monthOf(text: string, language: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const wanted = plain(text);
  const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month++) {
    if (wanted.length >= 3 && plain(name.format(Date.UTC(2000, month - 1, 1))).startsWith(wanted))
      return month;
  }
  return 0;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function daysIn({ year, month }: Parts): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function writeMonth({ year, month }: Parts, language: string): string {
  const style = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language, style).format(Date.UTC(year, month - 1, 1));
}

function isoOf({ year, month, day }: Parts): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
