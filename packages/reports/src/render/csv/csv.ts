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
  /** Leave out what is said about the report at the end, for a programme that reads the rows. */
  readonly rowsAlone?: boolean;
}

const rowsAtOnce = 250;

/**
 * The document's dataset as RFC 4180: one heading row, CRLF, the lines of a cell joined by "; ". What is only a number
 * or a date is written plainly (`3.5`, `2026-11-22`). A text that a spreadsheet would take for a formula gets a leading
 * apostrophe; every other is as it was typed, but for what overrides the direction it is read in. Without a dataset it
 * is every table that is no form, every drawing as figures and every list; where there are several, each under its
 * caption and with an empty line before it. Last, after an empty line and under a caption of its own, stands what the
 * document says outside of these, label and text: whose it is, of which day, version, ledger position and head.
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
  const blocks = inReadingOrder(document.blocks);
  const dataset = ofDataset(blocks);
  const parts = dataset ? [dataset] : partsOf(blocks, words);
  const isOne = parts.length <= 1;
  const all =
    rowsAlone && parts.length > 0 ? parts : [...parts, aboutOf(document, { dataset, parts, words })];
  for (const [at, part] of all.entries()) {
    const isNamed = !isOne || part.headings.length === 0;
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

interface Beside {
  readonly dataset: CsvPart | undefined;
  readonly parts: readonly CsvPart[];
  readonly words: WorkbookWords;
}

/** What stands outside of the parts. Lists are parts themselves where there is no dataset. */
function aboutOf(document: Document, { dataset, parts, words }: Beside): CsvPart {
  const blocks = inReadingOrder(document.blocks);
  const outside = dataset || parts.length === 0 ? blocks : blocks.filter(({ kind }) => kind !== 'list');
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
