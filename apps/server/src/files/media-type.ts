import { fileTypeFromBuffer } from 'file-type';

/** The type of a file by its content; its name says nothing. Text is UTF-8 without control characters. */
export async function mediaTypeOf(start: Uint8Array, size: number): Promise<string> {
  const found = await fileTypeFromBuffer(start);
  if (found) return found.mime;
  return isText(start, start.length < size) ? 'text/plain' : 'application/octet-stream';
}

function isText(start: Uint8Array, cut: boolean): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: cut });
    return !/(?![\t\n\f\r])\p{Cc}/u.test(text);
  } catch {
    return false;
  }
}
