import { escapeXml } from '../office/xml.ts';
import { cellXml, columnLetters, styled } from './cell.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A worksheet, row after row: `head` comes before it, and it is in the namespace given. */
export function* sheetXml(
  sheet: Sheet,
  { head, namespace }: { head: string; namespace: string },
): Generator<string, void> {
  const { toRead } = sheet;
  const widths = widthsOf(sheet);
  const fitted = toRead ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '';
  const filter = toRead && frozenRows(sheet) > 0 ? `<autoFilter ref="A1:${lastCell(sheet)}"/>` : '';
  const paper = toRead ? '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' : '';
  yield `${head}<worksheet xmlns="${namespace}">${fitted}<sheetViews>${viewXml(sheet)}</sheetViews><cols>${columnsXml(widths)}</cols><sheetData>`;
  yield* rowsXml({ ...sheet, widths });
  yield `</sheetData>${filter}${paper}${edgesXml(sheet)}</worksheet>`;
}

/** What an edge of a page holds at most is 255 characters, with the signs that place them. */
const [longestSide, longestFoot] = [110, 220];

/** The lines of the printed page: left and right above, and below with the number of the page. */
function edgesXml({ running }: Sheet): string {
  if (running === undefined) return '';
  const above = `&L${asPrinted(running.left, longestSide)}&R${asPrinted(running.right, longestSide)}`;
  const below = `&L${asPrinted(running.foot, longestFoot)}&R&P / &N`;
  return `<headerFooter><oddHeader>${escapeXml(above)}</oddHeader><oddFooter>${escapeXml(below)}</oddFooter></headerFooter>`;
}

/** An ampersand places what follows it: two of them print one. */
function asPrinted(words: string, longest: number): string {
  let text = '';
  for (const character of words.replace(/\s+/g, ' ')) {
    const written = character === '&' ? '&&' : character;
    if (text.length + written.length > longest) break;
    text += written;
  }
  return text;
}

/** How many rows stay in sight. */
export function frozenRows({ labelled }: Sheet): number {
  return labelled ? 0 : 1;
}

/** The address of the last cell. */
export function lastCell(sheet: Sheet): string {
  return `${columnLetters(sheet.headings.length - 1)}${sheet.rows.length + frozenRows(sheet)}`;
}

function viewXml(sheet: Sheet): string {
  return frozenRows(sheet) === 0
    ? '<sheetView workbookViewId="0"/>'
    : '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
}

function* rowsXml(sheet: Sheet): Generator<string, void> {
  const { headings, rows, toRead, labelled } = sheet;
  const letters = headings.map((_, at) => columnLetters(at));
  const line = (cells: readonly SheetCell[], number: number, styles: readonly number[]) =>
    `<row r="${number}"${heightXml(cells, sheet)}>${cells.map((cell, at) => cellXml(cell, `${letters[at]}${number}`, styles[at] ?? styled.text)).join('')}</row>`;
  let number = 1;
  if (!labelled) {
    const above = headings.map(() => (toRead ? styled.wrappedHeading : styled.heading));
    yield line(headings, number, above);
    number += 1;
  }
  for (const row of rows) {
    yield line(row, number, labelled ? labelStyle(row) : []);
    number += 1;
  }
}

/** What labels nothing is a heading, and may run on over the cell beside it. */
function labelStyle(row: readonly SheetCell[]): readonly number[] {
  return [row[1] === '' ? styled.heading : styled.label];
}

const [lineHeight, highest] = [15, 405];
/** Letters of the workbook's font that find room in a unit of width, at the least. */
const perUnit = 1.1;

/** Readers do not all fit a row to its wrapped text, so its height is reckoned, as that of its highest cell. */
function heightXml(cells: readonly SheetCell[], { toRead, widths }: Sheet): string {
  const lines = cells.map((cell, at) => linesIn(cell, (widths?.[at] ?? narrowest) * perUnit));
  const height = Math.min(highest, Math.max(1, ...lines) * lineHeight + 3);
  // What is to be filled in grows with what is typed.
  return toRead ? ` ht="${height}" customHeight="1"` : ` ht="${height}"`;
}

function linesIn(cell: SheetCell, room: number): number {
  if (typeof cell !== 'string') return 1;
  return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / room)), 0);
}

const [narrowest, widest, looked] = [12, 60, 200];

/** Columns have a style of text, so that what is typed in stays so. */
function columnsXml(widths: readonly number[]): string {
  return widths
    .map(
      (width, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styled.text}" customWidth="1"/>`,
    )
    .join('');
}

/** A column is as wide as said, else as its first rows need, within bounds. */
function widthsOf({ headings, rows, widths }: Sheet): readonly number[] {
  if (widths) return widths;
  const first = rows.slice(0, looked);
  return headings.map((heading, at) => {
    const longest = Math.max(narrowest, heading.length + 2, ...first.map((row) => lengthOf(row[at])));
    return Math.min(widest, longest);
  });
}

function lengthOf(cell: SheetCell | undefined): number {
  return typeof cell === 'string' ? cell.length : narrowest;
}
