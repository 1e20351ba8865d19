// Making one costs a hundred times as much as using it, and keeps memory that is not ours to sweep.
const dateForms = new Map<string, Intl.DateTimeFormat>();
const numberForms = new Map<string, Intl.NumberFormat>();

/** A local date, `YYYY-MM-DD`, as people of that language write it. English is written the European way. */
export function writeDate(date: string, language: string): string {
  const form = dateForms.get(language) ?? dateFormOf(language);
  dateForms.set(language, form);
  return form.format(new Date(`${date}T00:00:00Z`)).replace('Sept', 'Sep');
}

function dateFormOf(language: string): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** The same text with each date in it as people write it. Only for texts of ours: what a person typed stays. */
export function writeDatesIn(text: string, language: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => writeDate(date, language));
}

/** A number that may be large, such as a position in the ledger, with its thousands set apart. */
export function writeNumber(number: number, language: string): string {
  const form = numberForms.get(language) ?? new Intl.NumberFormat(language);
  numberForms.set(language, form);
  return form.format(number);
}
