import { send } from '../client/index.ts';
import { languageNow } from '../words/language.ts';

/** A file that was sent and is kept for a day, to be named by the command that uses it. */
export interface SentFile {
  /** SHA-256, hex. */
  readonly file: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Sends a file ahead, to be read by a command where one is named. Throws `Refused` for what may not be sent and `Unreachable` when nothing answered. */
export async function sendFile(organisation: string, file: File, readBy?: string): Promise<SentFile> {
  const response = await send(
    'files add',
    { name: file.name, ...(readBy === undefined ? {} : { for: readBy }) },
    { organisation, file, language: languageNow() },
  );
  return (await response.json()) as SentFile;
}

/** Fetches what a row answers as bytes, and hands it to the browser to keep. */
export async function download(
  organisation: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const response = await send(name, input, { organisation, language: languageNow() });
  saveAs(await response.blob(), fileNameOf(response) ?? name.replaceAll(' ', '-'));
}

/** Fetches what a row answers as bytes, to be looked at here; the type is what the row says it is. */
export async function fetchBytes(
  organisation: string,
  name: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Blob> {
  const response = await send(name, input, { organisation, language: languageNow() });
  return response.blob();
}

/** Hands bytes to the browser to keep. */
export function saveAs(saved: Blob, name: string): void {
  const address = URL.createObjectURL(saved);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to read only after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function fileNameOf(response: Response): string | undefined {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  return encoded === undefined ? /filename="?([^";]+)"?/i.exec(header)?.[1] : decodeURIComponent(encoded);
}
