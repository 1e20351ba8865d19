import type { Document } from '../blocks.ts';

/**
 * The document as it is, for other programmes, and the view that it was set from where that is given. `concord` names
 * the shape and its version.
 */
export function renderJson(document: Document, view?: object): string {
  return `${JSON.stringify({ concord: 'document 1', document, view }, null, 2)}\n`;
}
