import { dayNumber } from '../days/calendar.ts';

const form = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Whether it is a local date, written `YYYY-MM-DD`. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && form.test(value);
}

const milliseconds = 86_400_000;

// Making one costs a hundred times as much as using it, and keeps memory that is not ours to sweep.
const forms = new Map<string, Intl.DateTimeFormat>();

/** A local date, `YYYY-MM-DD`, as people of that language write it: English the European way, in French the 1er. */
export function dateIn(date: string, language: string): string {
  const known = forms.get(language) ?? formOf(language);
  forms.set(language, known);
  const written = known.format(dayNumber(date) * milliseconds).replace('Sept ', 'Sep ');
  return language.startsWith('fr') ? written.replace(/^1 /, '1er ') : written;
}

function formOf(language: string): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
