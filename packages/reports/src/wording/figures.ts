import { dateIn as writeDate } from '@concord/views';

export { writeDate };

// Making one costs a hundred times as much as using it, and keeps memory that is not ours to sweep.
const numberForms = new Map<string, Intl.NumberFormat>();

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
