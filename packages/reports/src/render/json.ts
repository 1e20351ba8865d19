import type { Document } from '../blocks.ts';

/** The document as it is, for other programmes. `concord` names the shape and its version. */
export function renderJson(document: Document): string {
  return `${JSON.stringify({ concord: 'document 1', document }, null, 2)}\n`;
}
