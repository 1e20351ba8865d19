import { joinLists } from '@concord/views/made-lists';
import {
  apartIn,
  type Block,
  type Cell,
  type Document,
  linesOf,
  type TableBlock,
  textOf,
} from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { inReadingOrder } from '../drawing/reading-order.ts';
import { withoutOverrides } from '../text/printable.ts';
import { saidIn } from '../xlsx/about.ts';
import { type CsvPart, partsOf } from './parts.ts';
import { csvLines } from './text-table.ts';

export interface CsvChoices {
  /** Lead with a byte order mark, which Excel needs to read UTF-8. True unless said otherwise. */
  readonly byteOrderMark?: boolean;
}

const rowsAtOnce = 250;

/**
 * The document's dataset as RFC 4180: one heading row, CRLF, the lines of a cell joined by "; ". What is only a number
 * or a date is written plainly (`3.5`, `2026-11-22`). A text that a spreadsheet would take for a formula gets a leading
 * apostrophe; every other is as it was typed, but for what overrides the direction it is read in. Without a dataset it is every table that is no form, every drawing as figures and every list; where there
 * are several, each under its caption and with an empty line before it. Without any of them it is what the document
 * says, label and text.
 */
export function renderCsv(document: Document, words: WorkbookWords, choices: CsvChoices = {}): string {
  return [...csvPieces(document, words, choices)].join('');
}

/** The same, a few rows at a time. */
export function* csvPieces(
  document: Document,
  words: WorkbookWords,
  { byteOrderMark = true }: CsvChoices = {},
): Generator<string, void> {
  const blocks = inReadingOrder(document.blocks);
  const dataset = ofDataset(blocks);
  const parts = dataset ? [dataset] : partsOf(blocks, words);
  const [only = ofWords(document, words), ...further] = parts;
  const isAlone = further.length === 0;
  for (const [at, part] of [only, ...further].entries()) {
    const isNamed = !isAlone || part.headings.length === 0;
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

/** The tables of the first dataset as one. */
function ofDataset(blocks: readonly Block[]): CsvPart | undefined {
  const tables = blocks.filter((block): block is TableBlock => block.kind === 'table' && !block.form);
  const first = tables.find(({ dataset }) => dataset !== undefined);
  if (first === undefined) return undefined;
  const parts = tables.filter(({ dataset }) => dataset === first.dataset);
  return {
    caption: first.caption,
    headings: apartIn(first).columns.map(({ label }) => label),
    rows: joinLists(parts.map((part) => apartIn(part).rows)),
  };
}

function ofWords(document: Document, { name, words }: WorkbookWords): CsvPart {
  const rows = saidIn(document, inReadingOrder(document.blocks)).filter((row) =>
    row.some((text) => text !== ''),
  );
  return { caption: document.title, headings: [name, words], rows };
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
