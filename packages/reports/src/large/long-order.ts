import type { Exchange } from '@concord/views';
import { documents, type WriteDocument } from '../documents/index.ts';
import { oscalOf } from '../documents/oscal/index.ts';
import { csvPieces } from '../render/csv/csv.ts';
import { renderDocx } from '../render/docx/docx.ts';
import { htmlPieces } from '../render/html/html.ts';
import { documentJson, jsonPieces } from '../render/json.ts';
import { inBytes } from '../render/text/pieces.ts';
import { renderXlsx } from '../render/xlsx/xlsx.ts';
import { workbookWords } from '../wording/workbook-words.ts';
import type { LongOrder } from './long-formats.ts';

/** The file piece by piece; with lists that are unpacked when they are read, no more than a piece is ever held. */
export async function* piecesOf(order: LongOrder, view: object): AsyncGenerator<Uint8Array, void> {
  const { format } = order;
  if (format === 'xlsx' || format === 'docx') yield* cut(await officeFile(order, view));
  else yield* inBytes(textsOf(order, view));
}

function textsOf(order: LongOrder, view: object): Iterable<string> {
  const { format, choices } = order;
  if (format === 'view.json') return jsonPieces(view, 0);
  if (format === 'oscal.json') return jsonPieces(oscalOf(view as Exchange), 2);
  const document = documentOf(order, view);
  if (format === 'json') return documentJson(document, view);
  if (format === 'html') return htmlPieces(document);
  return csvPieces(document, workbookWords(choices.language), { rowsAlone: format === 'rows-csv' });
}

async function officeFile(order: LongOrder, view: object): Promise<Uint8Array> {
  const document = documentOf(order, view);
  return order.format === 'xlsx'
    ? renderXlsx(document, workbookWords(order.choices.language))
    : renderDocx(document);
}

function documentOf({ report, choices }: LongOrder, view: object) {
  const write = documents[report as keyof typeof documents] as WriteDocument | undefined;
  if (!write) throw new Error(`Nobody writes the report ${report}.`);
  return write(view, choices);
}

const atOnce = 1 << 16;

function* cut(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += atOnce) yield bytes.slice(from, from + atOnce);
}
