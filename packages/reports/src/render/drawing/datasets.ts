import { joinLists } from '@concord/views/made-lists';
import { apartIn, type Block, type Document, type TableBlock } from '../../blocks.ts';

/** A table as a workbook and a CSV have it: those of one dataset as one. */
export interface JoinedTable extends Pick<TableBlock, 'columns' | 'rows'> {
  readonly caption: string;
  /** Its dataset is the first: what the document is about. */
  readonly isMain: boolean;
}

/** What a document says, in reading order. */
export type Read = Pick<Document, 'title' | 'blocks'>;

/**
 * Every table that is no form, where the first of its dataset stands; undefined for the others of it. The main one of
 * several tables is named as the document, another by the chapter that it stands in.
 */
export function joinedAt(table: TableBlock, read: Read): JoinedTable | undefined {
  const all = read.blocks.filter(isTable);
  const { dataset } = table;
  const same = dataset === undefined ? [table] : all.filter((each) => each.dataset === dataset);
  if (same[0] !== table) return undefined;
  const isMain = table === all.find((each) => each.dataset !== undefined);
  const whole = isMain ? read.title : chapterOf(table, read);
  return {
    caption: same.length === 1 ? table.caption : whole,
    columns: apartIn(table).columns,
    rows: joinLists(same.map((each) => apartIn(each).rows)),
    isMain,
  };
}

function isTable(block: Block): block is TableBlock {
  return block.kind === 'table' && !block.form;
}

function chapterOf(table: TableBlock, { title, blocks }: Read): string {
  const before = blocks.slice(0, blocks.indexOf(table));
  const chapter = before.findLast((block) => block.kind === 'heading' && block.level === 1);
  return chapter?.kind === 'heading' ? chapter.text : title;
}
