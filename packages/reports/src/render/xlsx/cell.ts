/** A workbook's cell holds no more; a longer text can not be written. */
const longestCell = 32_767;

const uncoded = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|_(?=x[0-9a-f]{4}_)/giu;

/** One cell of text; none where it is empty. */
export function cellXml(text: string, address: string, style: number): string {
  if (text === '') return '';
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(codedText(text))}</t></is></c>`;
}

/** A text as XML can hold it in a workbook: what it cannot hold is written `_x000D_`, and what reads like that too. */
function codedText(text: string): string {
  if (text.length > longestCell)
    throw new Error(`A cell of ${text.length} characters is too long for a workbook.`);
  return text.replace(
    uncoded,
    (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The letters over a column: 0 is A, 26 is AA. Our own here: with the catalogue's the writing thread would load it. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (column % 26));
}
