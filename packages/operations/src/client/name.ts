// Never seen; and what only shapes an emoji, an ideograph, a flag or letters that join (none with cases), beside none.
const unseen =
  /[\n\r\t]|(?![\u200c-\u200d\u{e0020}-\u{e007f}]|\p{VS})\p{DI}|(?<!\p{ExtPict}|\p{sc=Han}|\p{sc=Mong}|[\d#*](?=\ufe0f\u20e3))\p{VS}|(?<!\u{1f3f4}|[\u{e0020}-\u{e007e}])[\u{e0020}-\u{e007f}]|(?<!\p{M}|\p{Lo}|\p{ExtPict}|\p{EMod})[\u200c-\u200d]|(?<!\u094d|\u09cd|\u0a4d|\u0acd|\u0b4d|\u0bcd|\u0c4d|\u0ccd|\u0d4d|\u0dca)[\u200c-\u200d](?!\p{M}|\p{Lo}|\p{ExtPict})/u;

/** What no name may hold: those, line breaks and control characters. */
const notInNames = new RegExp(`${unseen.source}|[\\p{Cc}\\p{Cs}]`, 'u');

/** Characters that a name may have, blanks around it not counted. */
export const longestName = 200;

/**
 * Whether a text may be the name of something, as the commands take it: one line of 1 to 200 characters, with something
 * to see, no control characters and nothing invisible, such as marks that turn the direction of writing.
 */
export function isName(text: string): boolean {
  const name = text.trim();
  return (
    name.length > 0 && name.length <= longestName && !notInNames.test(name) && /[^\p{Cf}\p{Z}\s]/u.test(name)
  );
}

/** The text without what no name may hold; a line break becomes a blank. */
export function asName(text: string): string {
  const name = text
    .replaceAll(/[\n\r\t]+/gu, ' ')
    .replaceAll(new RegExp(notInNames, 'gu'), '')
    .trim();
  // What was taken out may have been what another sign leaned on.
  return notInNames.test(name) ? asName(name) : name;
}
