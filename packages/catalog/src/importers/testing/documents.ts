// What tests do with documents, and small tables of our own form.
import type { SentDocument, Sheet } from '../document.ts';
import type { CatalogueFile, CatalogueReading } from '../reading/catalogue-file.ts';
import { readCatalogueFile } from '../reading/catalogue-file.ts';

export function sentValue(value: unknown, name = 'sent.json'): SentDocument {
  return { kind: 'value', name, hash: '0'.repeat(64), value };
}

export function sentSheets(...sheets: readonly Sheet[]): SentDocument {
  return { kind: 'sheets', name: 'sent.xlsx', hash: '0'.repeat(64), sheets };
}

/** A sheet of the rows given, numbered from 1; rows that hold nothing are left out as a decoder leaves them out. */
export function sheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  const numbered = rows.map((cells, place) => ({ number: place + 1, cells }));
  return { name, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** What is found in a document; fails with the faults where there are any. */
export function found(document: SentDocument, reading: Partial<CatalogueReading> = {}): CatalogueFile {
  const read = readCatalogueFile(document, { frameworks: [], ...reading });
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.found;
}

/** The faults of a document, as place and code; none when it is found. */
export function faults(document: SentDocument, reading: Partial<CatalogueReading> = {}): readonly string[] {
  const read = readCatalogueFile(document, { frameworks: [], ...reading });
  return 'errors' in read ? read.errors.map(({ at, code }) => `${at} ${code}`) : [];
}

export const frameworkForm = sheet('Rules', [
  ['Title', 'House rules of the group'],
  ['Publisher', 'Group security'],
  ['ID', 'Parent', 'Level', 'Title', 'Statement', 'Assessable', 'Selections'],
  ['1.1', '1', 'Rule', 'Own accounts', 'Everyone has one', '', 'Level 1; Level 2'],
  ['1', '', 'Chapter', 'Access', '', '', ''],
  ['1.2', '1', 'Rule', 'Note', '', 'no', 'Level 2'],
]);

export const crosswalkForm = sheet('Pairs', [
  ['developer', 'Ann'],
  ['date', '2026-01-31'],
  ['from_framework', 'from_id', 'to_framework', 'to_id', 'relationship', 'strength', 'source'],
  ['house', '1.1', 'garden', 'g.1', 'Subset of', '7', 'notes'],
  ['house', '1.1', 'garden', 'g.2', '', '', 'notes'],
  ['house', '1.2', 'garden', '', 'none', '', 'notes'],
]);
