import { keyFingerprint, type SigningKey } from '@concord/ledger';
import { documents, type Format, PdfPress, type RenderedDocument, renderDocument } from '@concord/reports';
import type { StatementOfApplicability } from '@concord/views';

/**
 * Sets a view as a document. PDF is set by a process of its own, so nobody waits for it but who asked; while too many
 * wait already, `PressBusy` is thrown.
 */
export type Render = (report: string, view: object, format: string) => Promise<RenderedDocument>;

/**
 * The process starts with the first PDF that is asked for and ends when none comes for a minute: most of what the
 * server does needs none, and it is larger than the server.
 */
export function openPress(
  processFile: string,
  key: SigningKey,
): { render: Render; close: () => Promise<void> } {
  const press = new PdfPress({ processFile });
  const choices = { language: 'en', keyFingerprint: keyFingerprint(key.publicKey) };
  return {
    render: async (report, view, format) => {
      const write = documents[report as keyof typeof documents];
      return renderDocument(write(view as StatementOfApplicability, choices), format as Format, press);
    },
    close: () => press.close(),
  };
}
