import { keyFingerprint, type SigningKey } from '@concord/ledger';
import type { Progress } from '@concord/operations';
import {
  type DueNamed,
  documents,
  type Format,
  type LongFormat,
  LongWriters,
  longFormats,
  mediaTypeOf,
  PdfPress,
  type RenderedDocument,
  RenderThreads,
  renderDocument,
  renderOscal,
  renderTables,
  rowsIn,
  type TextTable,
  type Wanted,
  type WriteDocument,
  writeDueCalendar,
} from '@concord/reports';
import type { Exchange } from '@concord/views';

/** What a file of OSCAL is called behind its model; so it is told from documents that people read. */
const oscalFormat = 'oscal.json';

/** What a view is called behind its report, when it is wanted as it is. */
export const viewFormat = 'view.json';

/** A file: its bytes, or the pieces of a large one, which is made as it is read. Whoever stops reading ends the making. */
export interface Rendered {
  readonly mediaType: string;
  readonly content: Uint8Array | AsyncGenerator<Uint8Array | Progress, void>;
}

/** The file alone, for who tells nobody how far it is. */
export function bytesIn(content: Rendered['content']): Uint8Array | AsyncGenerator<Uint8Array, void> {
  return content instanceof Uint8Array ? content : onlyBytes(content);
}

async function* onlyBytes(parts: AsyncIterable<Uint8Array | Progress>): AsyncGenerator<Uint8Array, void> {
  for await (const each of parts) if (each instanceof Uint8Array) yield each;
}

/**
 * Sets a view as a document. PDF is set by a process of its own, so nobody waits for it but who asked; while too many
 * wait already, `PressBusy` is thrown.
 */
export type Render = (report: string, view: object, how: RenderedAs) => Promise<Rendered>;

export interface RenderedAs extends Wanted {
  readonly format: string;
  /** Language that the document speaks; English when left out. */
  readonly language?: string;
  /** What the version calls itself; a draft has none. */
  readonly version?: string;
  /** Names of people by their ids. */
  readonly people?: Readonly<Record<string, string>>;
}

export interface PressFiles {
  /** The built process that sets PDF. */
  readonly pressFile: string;
  readonly writeThreadFile?: string | undefined;
  readonly longThreadFile?: string | undefined;
}

/**
 * Every file but PDF is written on a thread of its own, where its built file is named; a small one of JSON is not worth it.
 * What has long lists is even made into a document there, and never whole. The process for PDF starts with the first PDF
 * that is asked for and ends when none comes for a minute: most of what the server does needs none, and it is larger
 * than the server.
 */
export function openPress(
  { pressFile, writeThreadFile, longThreadFile }: PressFiles,
  key: SigningKey,
): { render: Render; close: () => Promise<void> } {
  const press = new PdfPress({ processFile: pressFile });
  const threads = new RenderThreads({ threadFile: writeThreadFile });
  const writers = new LongWriters({ threadFile: longThreadFile });
  const always = { language: 'en', keyFingerprint: keyFingerprint(key.publicKey) };
  const renderSmall = async (report: string, view: object, { format, signal, tell, ...said }: RenderedAs) => {
    if ('tables' in view) return renderTables(view.tables as TextTable[], format as 'xlsx' | 'csv', threads);
    if (format === oscalFormat) return renderOscal(view as Exchange);
    if (format === viewFormat) return asJson(view);
    if (report === 'calendar') return calendarOf(view as DueNamed, said.language ?? always.language);
    const document = writerOf(report)(view, { ...always, ...said });
    return renderDocument(document, format as Format, { press, threads, view, signal, tell });
  };
  return {
    render: async (report, view, how) => {
      const { format, signal, tell: _, ...said } = how;
      if (!isLong(format) || report === 'calendar' || rowsIn(view) === 0) {
        const { mediaType, bytes } = await renderSmall(report, view, how);
        return { mediaType, content: bytes };
      }
      const order = { report, format, choices: { ...always, ...said } };
      return { mediaType: mediaTypeOf(format), content: writers.write(order, view, signal) };
    },
    close: () => press.close(),
  };
}

function isLong(format: string): format is LongFormat {
  return longFormats.some((each) => each === format);
}

function writerOf(report: string): WriteDocument {
  const write = documents[report as keyof typeof documents] as WriteDocument | undefined;
  if (!write) throw new Error(`Nobody writes the report ${report}.`);
  return write;
}

function asJson(view: object): RenderedDocument {
  return { mediaType: 'application/json', bytes: Buffer.from(`${JSON.stringify(view)}\n`) };
}

function calendarOf(view: DueNamed, language: string): RenderedDocument {
  const bytes = new TextEncoder().encode(writeDueCalendar(view, language));
  return { mediaType: mediaTypeOf('ics'), bytes };
}
