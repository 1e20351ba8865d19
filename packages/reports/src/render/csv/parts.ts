import type { Block, Cell, Document, ListBlock, TableBlock } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { joinedAt, type Read } from '../drawing/datasets.ts';
import { inReadingOrder } from '../drawing/reading-order.ts';
import { tableOf } from '../drawing/tables.ts';

/** A table, drawing or list of a document, as rows under its caption. */
export interface CsvPart {
  readonly caption: string;
  /** Empty where none of the columns has a heading. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** It is what the document is about. */
  readonly isMain?: boolean;
}

/**
 * Every table that is no form, every drawing and every list, in reading order; what shows nothing only if all do. Tables of
 * one dataset are one, where the first of them stands; the first dataset is what the document is about.
 */
export function partsOf(document: Document, words: WorkbookWords): readonly CsvPart[] {
  const blocks = inReadingOrder(document.blocks);
  const whole = { title: document.title, blocks, words };
  let heading = '';
  const parts = blocks.flatMap((block): CsvPart[] => {
    if (block.kind === 'heading') heading = block.text;
    const part = partOf(block, heading, whole);
    return part === undefined ? [] : [part];
  });
  const main = parts.find(({ isMain }) => isMain);
  const filled = parts.filter((part) => part.rows.length > 0 || part === main);
  return filled.length > 0 ? filled : parts.slice(0, 1);
}

interface Whole extends Read {
  readonly words: WorkbookWords;
}

function partOf(block: Block, heading: string, whole: Whole): CsvPart | undefined {
  if (block.kind === 'list') return ofList(block, heading);
  if (block.kind !== 'table') return tableOf(block, whole.words);
  return block.form ? undefined : ofTable(block, whole);
}

function ofTable(table: TableBlock, read: Read): CsvPart | undefined {
  const joined = joinedAt(table, read);
  if (joined === undefined) return undefined;
  const { caption, columns, rows, isMain } = joined;
  const labels = columns.map(({ label }) => label);
  return { caption, headings: labels.some((label) => label !== '') ? labels : [], rows, isMain };
}

/** A list without a title of its own stands under the heading before it. */
function ofList({ title = '', items, numbered }: ListBlock, heading: string): CsvPart {
  const hasLeads = items.some(({ lead }) => lead !== undefined);
  const rows = items.map(({ lead = '', text }, at): Cell[] => [
    ...(numbered ? [{ text: String(at + 1), number: at + 1 }] : []),
    ...(hasLeads ? [lead] : []),
    text,
  ]);
  return { caption: title || heading, headings: [], rows };
}
