/** The door of reports: a view becomes a document of blocks, and a document becomes a file. */
import type { Document } from './blocks.ts';
import { writeStatementOfApplicability } from './documents/statement-of-applicability/index.ts';
import { renderCsv } from './render/csv.ts';
import { renderHtml } from './render/html/html.ts';
import { renderJson } from './render/json.ts';
import type { PdfPress } from './render/pdf/press.ts';

export type * from './blocks.ts';
export { type DueNamed, writeDueCalendar } from './documents/due-calendar.ts';
export type { Approval, StatementChoices } from './documents/statement-of-applicability/choices.ts';
export { PdfPress, PressBusy, type PressSettings } from './render/pdf/press.ts';
export type { TextTable } from './render/text-table.ts';
export { renderTables } from './render/xlsx/index.ts';

/** Every document, by its name: a view and choices in, a document out. */
export const documents = { 'statement-of-applicability': writeStatementOfApplicability } as const;

export type Format = 'pdf' | 'html' | 'csv' | 'json';

export interface RenderedDocument {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const TEXT_FORMATS = {
  html: { mediaType: 'text/html; charset=utf-8', render: renderHtml },
  csv: {
    mediaType: 'text/csv; charset=utf-8; header=present',
    render: (document: Document) => renderCsv(document),
  },
  json: { mediaType: 'application/json', render: renderJson },
} as const;

/** The document as a file in UTF-8, or as a PDF, which needs a press. */
export async function renderDocument(
  document: Document,
  format: Format,
  press?: PdfPress,
): Promise<RenderedDocument> {
  if (format === 'pdf') {
    if (press === undefined) throw new Error('A PDF needs a press: give a PdfPress.');
    return { mediaType: 'application/pdf', bytes: await press.press(document) };
  }
  const { mediaType, render } = TEXT_FORMATS[format];
  return { mediaType, bytes: new TextEncoder().encode(render(document)) };
}
