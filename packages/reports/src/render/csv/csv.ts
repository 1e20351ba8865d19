import { type Cell, type Document, linesOf, textOf } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { inReadingOrder } from '../drawing/reading-order.ts';
import { withoutOverrides } from '../text/printable.ts';
import { saidIn } from '../xlsx/about.ts';
import { type CsvPart, partsOf } from './parts.ts';
import { csvLines } from './text-table.ts';

export interface CsvChoices {
  /** Lead with a byte order mark, which Excel needs to read UTF-8. True unless said otherwise. */
  readonly byteOrderMark?: boolean;
  /** The main table alone, for a programme that reads the rows. */
  readonly rowsAlone?: boolean;
}

const rowsAtOnce = 250;

/**
 * The document's main dataset as RFC 4180: one heading row, CRLF, the lines of a cell joined by "; ". What is only a
 * number or a date is written plainly (`3.5`, `2026-11-22`). A text that a spreadsheet would take for a formula gets a
 * leading apostrophe; every other is as it was typed, but for what overrides the direction it is read in. Below it, each
 * after an empty line and under its caption, stand every other table that is no form, every drawing as figures and
 * every list; last what the document says outside of these, label and text: whose it is, of which day, version, ledger
 * position and head.
 */
export function renderCsv(document: Document, words: WorkbookWords, choices: CsvChoices = {}): string {
  return [...csvPieces(document, words, choices)].join('');
}

/** The same, a few rows at a time. */
export function* csvPieces(
  document: Document,
  words: WorkbookWords,
  { byteOrderMark = true, rowsAlone = false }: CsvChoices = {},
): Generator<string, void> {
  const parts = partsOf(document, words);
  const bare = parts.find(({ isMain }) => isMain) ?? (parts.length === 1 ? parts[0] : undefined);
  for (const [at, part] of wanted(parts, {
    bare,
    rowsAlone,
    about: aboutOf(document, parts, words),
  }).entries()) {
    const isNamed = (part !== bare && parts.length > 0) || part.headings.length === 0;
    const heads = [
      ...(isNamed ? [[part.caption]] : []),
      ...(part.headings.length > 0 ? [part.headings] : []),
    ];
    if (at > 0) yield '\r\n';
    yield csvLines(
      heads.map((head) => head.map(withoutOverrides)),
      byteOrderMark && at === 0,
    );
    for (let from = 0; from < part.rows.length; from += rowsAtOnce)
      yield csvLines(part.rows.slice(from, from + rowsAtOnce).map((row) => row.map(writeCell)));
  }
}

interface Wanting {
  /** Needs no caption. */
  readonly bare: CsvPart | undefined;
  readonly about: CsvPart;
  readonly rowsAlone: boolean;
}

/** In the order in which they stand in the file. */
function wanted(parts: readonly CsvPart[], { bare, about, rowsAlone }: Wanting): readonly CsvPart[] {
  if (rowsAlone && parts.length > 0) return bare ? [bare] : parts;
  return [...(bare ? [bare] : []), ...parts.filter((part) => part !== bare), about];
}

function aboutOf(document: Document, parts: readonly CsvPart[], words: WorkbookWords): CsvPart {
  const blocks = inReadingOrder(document.blocks);
  const outside = blocks.filter(({ kind }) => kind !== 'list' || parts.length === 0);
  const rows = saidIn(document, outside).filter((row) => row.some((text) => text !== ''));
  const headings = parts.length === 0 ? [words.name, words.words] : [];
  return { caption: words['about-report'], headings, rows };
}

function writeCell(cell: Cell): string | number {
  const lines = linesOf(cell);
  const [only] = lines;
  if (lines.length === 1 && typeof only === 'object') {
    if ('number' in only) return only.number;
    if ('date' in only) return only.date;
  }
  return lines.map((line) => withoutOverrides(textOf(line))).join('; ');
}
