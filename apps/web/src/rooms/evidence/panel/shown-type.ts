/**
 * The media type under which a file may be drawn here; undefined where it may not. An address of our own making belongs
 * to this app: only what begins like a PDF is shown in a frame, and only as a PDF, so that nothing in it can act as a page.
 */
export function typeToShow(kind: string, mediaType: string, start: Uint8Array): string | undefined {
  if (kind === 'pdf') return holds(start, '%PDF-') ? 'application/pdf' : undefined;
  if (kind !== 'image') return undefined;
  return /^image\/[a-z0-9.+-]+$/.test(mediaType) ? mediaType : undefined;
}

/** Readers of PDF look for its sign in the first kilobyte, and so does this. */
function holds(start: Uint8Array, sign: string): boolean {
  return String.fromCharCode(...start.subarray(0, 1024)).includes(sign);
}
