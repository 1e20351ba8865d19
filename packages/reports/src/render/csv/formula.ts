/** What a spreadsheet takes for the beginning of a formula, behind any apostrophes. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A text that no spreadsheet calculates: one that begins as a formula does gets an apostrophe before it. Whoever reads
 * our own CSV takes one off where a formula's beginning follows, and has each text as it was.
 */
export function neutraliseText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
