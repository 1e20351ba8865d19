import { keyFingerprint, type SigningKey } from '@concord/ledger';
import {
  documents,
  type Format,
  PdfPress,
  type RenderedDocument,
  renderDocument,
  type StatementOfApplicabilityView,
  sayEnglish,
} from '@concord/reports';

/** Sets a view as a document. PDF is set by a process of its own, so nobody waits for it but who asked. */
export type Render = (report: string, view: object, format: string) => Promise<RenderedDocument>;

export function openPress(
  processFile: string,
  key: SigningKey,
): { render: Render; close: () => Promise<void> } {
  const press = new PdfPress({ processFile });
  const choices = { say: sayEnglish, language: 'en', keyFingerprint: keyFingerprint(key.publicKey) };
  return {
    render: async (report, view, format) => {
      if (format === 'json')
        return { mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(view)) };
      const document = documents[report as keyof typeof documents](
        view as StatementOfApplicabilityView,
        choices,
      );
      return renderDocument(document, format as Format, press);
    },
    close: () => press.close(),
  };
}
