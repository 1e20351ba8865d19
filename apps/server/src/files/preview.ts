import { type SentDocument, textOf } from '@concord/catalog';
import type { FilePreview } from '@concord/operations';
import { type Refusal, refuse, type StoredFile } from '@concord/programme';
import type { OrganisationFiles } from './file-store.ts';
import { decodeWindows, encodingOf } from './tables/encoding.ts';
import type { SentFile } from './tables/index.ts';

export interface PreviewPlaces {
  readonly files: OrganisationFiles;
  readonly decode: (file: SentFile) => Promise<SentDocument | { refusal: Refusal }>;
}

/** What a look at a file may show; the whole of it is had as the file itself. */
const most = { sheets: 20, rows: 100, columns: 30, cell: 500, bytes: 64_000 } as const;

const shownByBrowsers = ['png', 'apng', 'jpeg', 'gif', 'webp', 'avif'].map((kind) => `image/${kind}`);
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const texts = ['text/plain', 'application/xml'];

/**
 * A kept file as it can be looked at without opening it: text and tables are read here, within bounds and on the thread
 * that reads sent files; of pictures and PDF it says what they are. Refused when the file is gone or is not as it was.
 */
export async function previewFile(
  places: PreviewPlaces,
  file: StoredFile,
): Promise<FilePreview | { refusal: Refusal }> {
  if ((await places.files.check(file.hash)) !== 'ok')
    return refuse('unavailable', 'file.damaged', { name: file.name });
  const { mediaType, name } = file;
  if (mediaType === 'application/pdf') return { kind: 'pdf', truncated: false };
  if (shownByBrowsers.includes(mediaType)) return { kind: 'image', truncated: false };
  if (mediaType === workbook) return tablePreview(places, file);
  if (!texts.includes(mediaType)) return { kind: 'other', truncated: false };
  const table = /\.[ct]sv$/i.test(name) ? await tablePreview(places, file) : undefined;
  return table && !('refusal' in table) ? table : textPreview(places, file);
}

async function tablePreview(
  { files, decode }: PreviewPlaces,
  { hash, name }: StoredFile,
): Promise<FilePreview | { refusal: Refusal }> {
  const read = await decode({ path: files.pathOf(hash), name, hash });
  if ('refusal' in read) return read;
  const all = read.kind === 'sheets' ? read.sheets : [];
  const sheets = all.slice(0, most.sheets).map((sheet) => {
    const first = sheet.rows.slice(0, most.rows);
    const rows = first.map(({ cells }) =>
      cells.slice(0, most.columns).map((cell) => shortened(textOf(cell))),
    );
    const moreColumns = Math.max(0, ...first.map(({ cells }) => cells.length - most.columns));
    return { name: sheet.name, rows, moreRows: sheet.rows.length - first.length, moreColumns };
  });
  const cut = sheets.some(({ moreRows, moreColumns }) => moreRows + moreColumns > 0);
  return { kind: 'table', sheets, truncated: cut || all.length > sheets.length };
}

function shortened(text: string): string {
  return text.length > most.cell ? `${text.slice(0, most.cell)}…` : text;
}

async function textPreview({ files }: PreviewPlaces, { hash, size }: StoredFile): Promise<FilePreview> {
  const parts: Uint8Array[] = [];
  let read = 0;
  for await (const part of (await files.read(hash)) ?? []) {
    parts.push(part);
    read += part.length;
    if (read >= most.bytes) break;
  }
  const start = Buffer.concat(parts).subarray(0, most.bytes);
  return { kind: 'text', text: decoded(start), truncated: size > start.length };
}

/** A letter that the end cuts in two is left out. */
function decoded(start: Uint8Array): string {
  const text = new TextDecoder(encodingOf(start)).decode(start, { stream: true });
  return text.includes('\ufffd') ? decodeWindows(start).replaceAll('\0', '\ufffd') : text;
}
