import { type Block, type Cell, type Document, linesOf, type TableBlock, textOf } from '../blocks.ts';
import { documents } from '../documents/index.ts';

const choices = { language: 'en', people: { 'person-1': 'Ida Sample', 'person-2': 'Omar Sample' } };

/** A document in English, for an organisation of two. */
export function writeSample(name: keyof typeof documents, view: object): Document {
  return documents[name](view, choices);
}

/** The tables among the blocks, of one dataset where it is named. */
export function tablesOf(blocks: readonly Block[], dataset?: string): TableBlock[] {
  return blocks.filter(
    (block): block is TableBlock =>
      block.kind === 'table' && (dataset === undefined || block.dataset === dataset),
  );
}

/** The lines of a cell in one. */
export function told(cell: Cell | undefined): string {
  return linesOf(cell ?? '')
    .map(textOf)
    .join(' | ');
}

/** All rows of a dataset, as they are told. */
export function rowsOf({ blocks }: Document, dataset: string): string[][] {
  return tablesOf(blocks, dataset).flatMap(({ rows }) => rows.map((row) => row.map(told)));
}

/** The rows of the table of that caption, as they are told. */
export function captioned({ blocks }: Document, caption: string): string[][] | undefined {
  return tablesOf(blocks)
    .find((table) => table.caption === caption)
    ?.rows.map((row) => row.map(told));
}

const formal = ['Approval', 'Record of this copy'];

/** The headings at the top of its own parts, without those that every document has. */
export function headingsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 && !formal.includes(block.text) ? [block.text] : [],
  );
}
