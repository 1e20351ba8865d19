import type { Document } from '../../blocks.ts';
import type { WorkbookWords } from '../../wording/workbook-words.ts';
import { coreProperties } from '../office/core-properties.ts';
import { makePrintable } from '../text/printable.ts';
import { sheetsOf } from './document-sheets.ts';
import { renderWorkbook } from './workbook.ts';

/** The document as a workbook (XLSX) to sort, filter and reckon in: the same document, the same bytes. */
export function renderXlsx(document: Document, words: WorkbookWords): Uint8Array {
  const printed = makePrintable(document);
  return renderWorkbook(sheetsOf(printed, words), coreProperties(printed));
}
