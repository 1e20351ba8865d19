import { escapeXml } from '../office/xml.ts';
import type { SheetCell } from './sheet.ts';

/** A workbook's cell holds no more; a longer text can not be written. */
export const longestCell = 32_767;

const uncoded = /[^\t\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|_(?=x[0-9a-f]{4}_)/giu;

/** The styles of `styles.xml`, by their places in it. */
export const styled = { text: 1, heading: 2, number: 3, date: 4, wrappedHeading: 5, label: 6 } as const;

/** One cell; none where it is empty. A text is in the style given. */
export function cellXml(cell: SheetCell, address: string, style: number): string {
  if (typeof cell === 'string') return cell === '' ? '' : textXml(cell, address, style);
  return 'number' in cell
    ? `<c r="${address}" s="${styled.number}"><v>${cell.number}</v></c>`
    : `<c r="${address}" s="${styled.date}"><v>${cell.day}</v></c>`;
}

function textXml(text: string, address: string, style: number): string {
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

/** The letters over a column: 0 is A, 26 is AA. Our own here: with the catalogue's the writing thread would load it. */
export function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (column % 26));
}
