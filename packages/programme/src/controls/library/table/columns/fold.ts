/** A heading in small letters without punctuation: `conditionHolds`, `Condition holds:` and `CONDITION_HOLDS` are one. */
export function plainHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same word however its accents were typed: `Häufigkeit`, in one character or two, and `Maßnahme` as `Massnahme`. */
export function unaccented(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");
}

/** How a heading is looked up. */
export function headingKey(heading: string): string {
  return plainHeading(unaccented(heading.normalize('NFC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')));
}
