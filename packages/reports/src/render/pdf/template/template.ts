import bars from './bars.typ';
import blocks from './blocks.typ';
import document from './document.typ';
import heat from './heat.typ';
import lists from './lists.typ';
import look from './look.typ';
import marks from './marks.typ';
import tables from './tables.typ';
import text from './text.typ';
import timeline from './timeline.typ';

/** The template's files by the path at which the compiler finds them; `/document.typ` is the one to compile. */
export const TEMPLATE: Readonly<Record<string, string>> = {
  '/bars.typ': bars,
  '/blocks.typ': blocks,
  '/document.typ': document,
  '/heat.typ': heat,
  '/lists.typ': lists,
  '/look.typ': look,
  '/marks.typ': marks,
  '/tables.typ': tables,
  '/text.typ': text,
  '/timeline.typ': timeline,
};
