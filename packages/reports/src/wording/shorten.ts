/**
 * At most `limit` characters as a reader counts them, cut with an ellipsis: behind a word where one ends in the last third
 * of what is left, within it where none does.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1);
  const ends = characters.slice(0, limit).lastIndexOf(' ');
  const whole = ends > (limit * 2) / 3 ? kept.slice(0, ends) : kept;
  return `${whole.join('').replace(/[\s.,;:·–-]+$/u, '')}…`;
}
