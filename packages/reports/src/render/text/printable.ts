/**
 * Text as paper and screen may show it: line ends are `\n`; control characters, lone surrogates, what XML may not hold and the
 * characters that override or embed a writing direction go, because they only serve to show something else than
 * what was typed. Marks that order right-to-left text (U+200E, U+200F, U+061C) stay.
 */
export function printable(text: string): string {
  return withoutOverrides(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/(?!\n)\p{Cc}|\ufeff/gu, '')
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');
}

/** The same text without the characters that override or embed a writing direction, for what else keeps every letter. */
export function withoutOverrides(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** The same value with every text in it made printable. */
export function makePrintable<T>(value: T): T {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map((part) => makePrintable(part)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, makePrintable(part)])) as T;
}
