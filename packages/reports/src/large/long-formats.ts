import type { DocumentChoices } from '../documents/choices.ts';

/** How a view can be written piece by piece; `view.json` is the view itself. PDF is set elsewhere. */
export const longFormats = [
  'csv',
  'rows-csv',
  'xlsx',
  'html',
  'json',
  'docx',
  'oscal.json',
  'view.json',
] as const;
export type LongFormat = (typeof longFormats)[number];

/** What is to be written of a view that travels apart from it. */
export interface LongOrder {
  readonly report: string;
  readonly format: LongFormat;
  readonly choices: DocumentChoices;
}
