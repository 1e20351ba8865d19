import blocks from './blocks.typ';
import document from './document.typ';
import look from './look.typ';
import marks from './marks.typ';
import tables from './tables.typ';
import text from './text.typ';

/** The template's files by the path at which the compiler finds them; `/document.typ` is the one to compile. */
export const TEMPLATE: Readonly<Record<string, string>> = {
  '/blocks.typ': blocks,
  '/document.typ': document,
  '/look.typ': look,
  '/marks.typ': marks,
  '/tables.typ': tables,
  '/text.typ': text,
};
