import { keyFingerprint, type SigningKey } from '@concord/ledger';
import {
  type DueNamed,
  documents,
  type Format,
  PdfPress,
  type RenderedDocument,
  RenderThreads,
  renderDocument,
  renderOscal,
  renderTables,
  type TextTable,
  type WriteDocument,
  writeDueCalendar,
} from '@concord/reports';
import type { Exchange } from '@concord/views';

/** What a file of OSCAL is called behind its model; so it is told from documents that people read. */
const oscalFormat = 'oscal.json';

/**
 * Sets a view as a document. PDF is set by a process of its own, so nobody waits for it but who asked; while too many
 * wait already, `PressBusy` is thrown.
 */
export type Render = (report: string, view: object, how: RenderedAs) => Promise<RenderedDocument>;

export interface RenderedAs {
  readonly format: string;
  /** Language that the document speaks; English when left out. */
  readonly language?: string;
  /** What the version calls itself; a draft has none. */
  readonly version?: string;
  /** Names of people by their ids. */
  readonly people?: Readonly<Record<string, string>>;
}

/**
 * Every file but PDF and JSON is written on a thread of its own, where its built file is named. The process for PDF
 * starts with the first PDF that is asked for and ends when none comes for a minute: most of what the server does needs
 * none, and it is larger than the server.
 */
export function openPress(
  processFile: string,
  key: SigningKey,
  writeThreadFile?: string,
): { render: Render; close: () => Promise<void> } {
  const press = new PdfPress({ processFile });
  const threads = new RenderThreads({ threadFile: writeThreadFile });
  const choices = { language: 'en', keyFingerprint: keyFingerprint(key.publicKey) };
  return {
    render: async (report, view, { format, ...said }) => {
      if ('tables' in view) {
        return renderTables(view.tables as TextTable[], format as 'xlsx' | 'csv', threads);
      }
      if (format === oscalFormat) return renderOscal(view as Exchange);
      if (report === 'calendar') return calendarOf(view as DueNamed, said.language ?? choices.language);
      const write = documents[report as keyof typeof documents] as WriteDocument | undefined;
      if (!write) throw new Error(`Nobody writes the report ${report}.`);
      const document = write(view, { ...choices, ...said });
      return renderDocument(document, format as Format, { press, threads, view });
    },
    close: () => press.close(),
  };
}

function calendarOf(view: DueNamed, language: string): RenderedDocument {
  const bytes = new TextEncoder().encode(writeDueCalendar(view, language));
  return { mediaType: 'text/calendar; charset=utf-8', bytes };
}
