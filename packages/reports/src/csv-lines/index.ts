/** The door for threads that write lines of CSV alone: nothing of documents or of the catalogue comes with it. */
export { csvLines } from '../render/csv/text-table.ts';
