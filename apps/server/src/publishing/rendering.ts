import { keyFingerprint, type SigningKey } from '@concord/ledger';
import {
  type DueNamed,
  documents,
  type Format,
  PdfPress,
  type RenderedDocument,
  renderDocument,
  renderTables,
  type TextTable,
  writeDueCalendar,
} from '@concord/reports';
import type { StatementOfApplicability } from '@concord/views';

/**
 * Sets a view as a document. PDF is set by a process of its own, so nobody waits for it but who asked; while too many
 * wait already, `PressBusy` is thrown.
 */
export type Render = (report: string, view: object, how: RenderedAs) => Promise<RenderedDocument>;

export interface RenderedAs {
  readonly format: string;
  /** What the version calls itself; a draft has none. */
  readonly version?: string;
  /** Names of people by their ids. */
  readonly people?: Readonly<Record<string, string>>;
}

/**
 * Tables are written on a thread of their own, where its built file is named. The process for PDF starts with the first
 * PDF that is asked for and ends when none comes for a minute: most of what the server does needs none, and it is larger
 * than the server.
 */
export function openPress(
  processFile: string,
  key: SigningKey,
  writeThreadFile?: string,
): { render: Render; close: () => Promise<void> } {
  const press = new PdfPress({ processFile });
  const choices = { language: 'en', keyFingerprint: keyFingerprint(key.publicKey) };
  return {
    render: async (report, view, { format, ...said }) => {
      if ('tables' in view) {
        return renderTables(view.tables as TextTable[], format as 'xlsx' | 'csv', writeThreadFile);
      }
      if (report === 'calendar') return calendarOf(view as DueNamed, choices.language);
      const write = documents[report as keyof typeof documents];
      return renderDocument(
        write(view as StatementOfApplicability, { ...choices, ...said }),
        format as Format,
        press,
      );
    },
    close: () => press.close(),
  };
}

function calendarOf(view: DueNamed, language: string): RenderedDocument {
  const bytes = new TextEncoder().encode(writeDueCalendar(view, language));
  return { mediaType: 'text/calendar; charset=utf-8', bytes };
}
