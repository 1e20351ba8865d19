import { say } from '@concord/catalog';

const named = [
  'about',
  'about-report',
  'group',
  'id',
  'name',
  'figure',
  'words',
  'from',
  'to',
  'state',
  'open',
  'done',
  'late',
  'cut',
] as const;

/** What a workbook says by itself: names of sheets and columns that a drawing does not need. */
export type WorkbookWords = Readonly<Record<(typeof named)[number], string>>;

/** Said before a document goes to a thread of its own, which has no catalogue. */
export function workbookWords(language: string): WorkbookWords {
  return Object.fromEntries(
    named.map((name) => [name, say(language, `document.workbook.${name}`)]),
  ) as WorkbookWords;
}
