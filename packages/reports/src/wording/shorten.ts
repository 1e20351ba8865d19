/** At most `limit` characters as a reader counts them, cut with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)];
  if (characters.length <= limit) return text;
  return `${characters
    .slice(0, limit - 1)
    .map((part) => part.segment)
    .join('')
    .trimEnd()}…`;
}
