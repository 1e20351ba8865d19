import { apartIn, type Block, type Cell, type ListBlock } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { tableOf } from '../drawing/tables.ts';

/** A table, drawing or list of a document, as rows under its caption. */
export interface CsvPart {
  readonly caption: string;
  /** Empty where none of the columns has a heading. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Every table that is no form, every drawing and every list, in reading order; what shows nothing only if all do. */
export function partsOf(blocks: readonly Block[], words: WorkbookWords): readonly CsvPart[] {
  let heading = '';
  const parts = blocks.flatMap((block): CsvPart[] => {
    if (block.kind === 'heading') heading = block.text;
    const part = partOf(block, heading, words);
    return part === undefined ? [] : [part];
  });
  const filled = parts.filter(({ rows }) => rows.length > 0);
  return filled.length > 0 ? filled : parts.slice(0, 1);
}

function partOf(block: Block, heading: string, words: WorkbookWords): CsvPart | undefined {
  if (block.kind === 'list') return ofList(block, heading);
  if (block.kind !== 'table') return tableOf(block, words);
  const { columns, rows } = apartIn(block);
  const labels = columns.map(({ label }) => label);
  const headings = labels.some((label) => label !== '') ? labels : [];
  return block.form ? undefined : { caption: block.caption, headings, rows };
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
