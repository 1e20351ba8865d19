/** The door of reports: a view becomes a document of blocks, and a document becomes a file. */
import type { Document } from './blocks.ts';
import { oscalMediaType } from './documents/oscal/index.ts';
import type { LongFormat } from './large/long-formats.ts';
import type { TextTable } from './render/csv/text-table.ts';
import { renderJson } from './render/json.ts';
import type { PdfPress } from './render/pdf/press.ts';
import { RenderThreads } from './render/thread/render-threads.ts';
import type { Wanted } from './render/wanted.ts';
import { workbookWords } from './wording/workbook-words.ts';

export type * from './blocks.ts';
export type { DocumentChoices } from './documents/choices.ts';
export { type DueNamed, writeDueCalendar } from './documents/due-calendar.ts';
export { documents, type WriteDocument } from './documents/index.ts';
export { oscalOf, renderOscal } from './documents/oscal/index.ts';
export { type LongFormat, type LongOrder, longFormats } from './large/long-formats.ts';
export { type LongSettings, LongWriters } from './large/long-writers.ts';
export { rowsIn } from './large/transit.ts';
export { csvLines, type TextTable } from './render/csv/text-table.ts';
export { PdfPress, PressBusy, type PressSettings } from './render/pdf/press.ts';
export { RenderThreads, type ThreadSettings } from './render/thread/render-threads.ts';
export { TooSlow } from './render/too-slow.ts';
export type { Stage, Wanted } from './render/wanted.ts';

/** `rows-csv`: the main table of a CSV alone. */
export type Format = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'rows-csv' | 'html' | 'json';

const csv = 'text/csv; charset=utf-8; header=present';

const mediaTypes: Readonly<Record<Format, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv,
  'rows-csv': csv,
  html: 'text/html; charset=utf-8',
  json: 'application/json',
};

/** What a file in a format is called where files are sent. */
export function mediaTypeOf(format: Format | LongFormat | 'ics'): string {
  if (format === 'oscal.json') return oscalMediaType;
  if (format === 'ics') return 'text/calendar; charset=utf-8';
  return format === 'view.json' ? mediaTypes.json : mediaTypes[format];
}

export interface RenderedDocument {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What sets files beside the caller's thread, without `threads` all but PDF is written on it; and what JSON holds more. */
export interface Rendering extends Wanted {
  readonly press?: PdfPress;
  readonly threads?: RenderThreads;
  /** The view that the document was set from: JSON holds both. */
  readonly view?: object;
}

/** The document as a file; the same document, the same bytes. A PDF needs a press. */
export async function renderDocument(
  document: Document,
  format: Format,
  { press, threads = new RenderThreads(), view, signal, tell }: Rendering = {},
): Promise<RenderedDocument> {
  const mediaType = mediaTypes[format];
  if (format === 'json') return { mediaType, bytes: new TextEncoder().encode(renderJson(document, view)) };
  if (format === 'pdf') {
    if (press === undefined) throw new Error('A PDF needs a press: give a PdfPress.');
    return { mediaType, bytes: await press.press(document, { signal, tell }) };
  }
  const words = workbookWords(document.language);
  return { mediaType, bytes: await threads.fill({ document, format, words }, { signal, tell }) };
}

/** Tables of text as a workbook with a sheet each, or the first of them as CSV. */
export async function renderTables(
  tables: readonly TextTable[],
  format: 'xlsx' | 'csv',
  threads = new RenderThreads(),
): Promise<RenderedDocument> {
  return { mediaType: mediaTypes[format], bytes: await threads.fill({ tables, format }) };
}
