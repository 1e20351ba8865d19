import { joinLists } from '@concord/views/made-lists';
import {
  apartIn,
  type Block,
  type Cell,
  type Document,
  type ListBlock,
  type TableBlock,
} from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { inReadingOrder } from '../drawing/reading-order.ts';
import { tableOf } from '../drawing/tables.ts';

/** A table, drawing or list of a document, as rows under its caption. */
export interface CsvPart {
  readonly caption: string;
  /** Empty where none of the columns has a heading. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** It is what the document is about. */
  readonly isMain?: true;
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

interface Whole {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly words: WorkbookWords;
}

function partOf(block: Block, heading: string, whole: Whole): CsvPart | undefined {
  if (block.kind === 'list') return ofList(block, heading);
  if (block.kind !== 'table') return tableOf(block, whole.words);
  return block.form ? undefined : ofTable(block, whole);
}

function ofTable(table: TableBlock, { title, blocks }: Whole): CsvPart | undefined {
  const { dataset } = table;
  const all = blocks.filter((block): block is TableBlock => block.kind === 'table' && !block.form);
  const same = dataset === undefined ? [table] : all.filter((each) => each.dataset === dataset);
  if (same[0] !== table) return undefined;
  const labels = apartIn(table).columns.map(({ label }) => label);
  return {
    caption: same.length === 1 ? table.caption : title,
    headings: labels.some((label) => label !== '') ? labels : [],
    rows: joinLists(same.map((each) => apartIn(each).rows)),
    ...(table === all.find((each) => each.dataset !== undefined) ? { isMain: true } : {}),
  };
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
