const turning = '\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069';
const notInNames = new RegExp(`[${turning}\\n\\r\\t\\p{Cc}\\p{Cs}]`, 'u');

/**
 * Whether a text may be the name of something, as the commands take it: one line of 1 to 200 characters, with something
 * to see, no control characters and no marks that turn the direction of writing.
 */
export function isName(text: string): boolean {
  const name = text.trim();
  return name.length > 0 && name.length <= 200 && !notInNames.test(name) && /[^\p{Cf}\p{Z}\s]/u.test(name);
}

/** The text without what no name may hold; a line break becomes a blank. */
export function asName(text: string): string {
  return text
    .replaceAll(/[\n\r\t]+/gu, ' ')
    .replaceAll(new RegExp(notInNames, 'gu'), '')
    .trim();
}
