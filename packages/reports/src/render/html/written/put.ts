/** Text for any place in HTML, attributes in double quotes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text that a person may have typed: set apart, so that its writing direction stays its own. */
export function put(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** A share from 0 to 1 as a length in CSS. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
