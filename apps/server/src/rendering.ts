import { keyFingerprint, type SigningKey } from '@concord/ledger';
import {
  documents,
  type Format,
  PdfPress,
  type RenderedDocument,
  renderDocument,
  renderTables,
  type TextTable,
} from '@concord/reports';
import type { StatementOfApplicability } from '@concord/views';

/**
 * Sets a view as a document. PDF is set by a process of its own, so nobody waits for it but who asked; while too many
 * wait already, `PressBusy` is thrown.
 */
export type Render = (report: string, view: object, format: string) => Promise<RenderedDocument>;

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
    render: async (report, view, format) => {
      if ('tables' in view) {
        return renderTables(view.tables as TextTable[], format as 'xlsx' | 'csv', writeThreadFile);
      }
      const write = documents[report as keyof typeof documents];
      return renderDocument(write(view as StatementOfApplicability, choices), format as Format, press);
    },
    close: () => press.close(),
  };
}
