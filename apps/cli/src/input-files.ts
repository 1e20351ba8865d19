import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { callOf, membersOf, type Row, rowNamed, takesFile } from '@concord/operations';
import type { Connection } from './connection/connection.ts';
import { Refused, send } from './connection/send.ts';
import { cannotRead } from './files/fault.ts';
import { UsageError } from './line/usage-error.ts';

/** Members that a person gives as a file: its text, its JSON, or a file to be sent ahead. */
export async function fillFromFiles(
  connection: Connection,
  row: Row,
  { input, organisation }: { input: Record<string, unknown>; organisation: string | undefined },
): Promise<{ input: Record<string, unknown>; bytes?: Uint8Array }> {
  if (takesFile(row)) {
    const path = String(input.name ?? '');
    return { input: { ...input, name: basename(path) }, bytes: await readBytes(path) };
  }
  const filled = { ...input };
  for (const { name, schema } of membersOf(row)) {
    const value = filled[name];
    const from = schema.fromFile;
    if (from === undefined || typeof value !== 'string') continue;
    const read = await fillOne(connection, { path: value, from, organisation, row });
    filled[name] = withinOf(read, schema.within);
  }
  return { input: filled };
}

/** A file with a whole answer, of which one member is meant. */
function withinOf(read: unknown, name: string | undefined): unknown {
  const isAnswer = name !== undefined && typeof read === 'object' && read !== null && !Array.isArray(read);
  return isAnswer && name in read ? (read as Record<string, unknown>)[name] : read;
}

interface Filling {
  readonly path: string;
  readonly from: string;
  readonly organisation: string | undefined;
  /** What the file is for. */
  readonly row: Row;
}

async function fillOne(connection: Connection, { path, from, organisation, row }: Filling): Promise<unknown> {
  if (from === 'sent' && /^[0-9a-f]{64}$/.test(path)) return path;
  const bytes = await readBytes(path);
  if (from === 'sent') return sendAhead(connection, { path, bytes, organisation, row });
  const text = Buffer.from(bytes).toString('utf8');
  if (from === 'text') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${path} is not JSON.`);
  }
}

async function sendAhead(
  connection: Connection,
  { path, bytes, organisation, row: { kind, row } }: Omit<Filling, 'from'> & { readonly bytes: Uint8Array },
): Promise<string> {
  const isRead = kind === 'command' && row.intake === 'document';
  const input = { name: basename(path), ...(isRead ? { for: row.name } : {}) };
  const response = await send(
    connection,
    callOf(rowNamed('files add') as Row, input, { organisation }),
    bytes,
  );
  if (!response.ok) throw new Refused(response);
  return ((await response.json()) as { hash: string }).hash;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
