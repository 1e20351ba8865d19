import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Call,
  callOf,
  isOfOrganisation,
  keyStart,
  membersOf,
  openApiAddress,
  pathMembers,
  type Row,
  rowNamed,
  takesFile,
} from '@concord/operations';
import { type Globals, inputOf, type ParsedLine, UsageError } from './arguments.ts';
import { type Connection, connect, type Local } from './connection.ts';
import type { Terminal } from './main.ts';
import { printAnswer } from './print.ts';

export interface Asking {
  readonly line: ParsedLine;
  readonly found: { row: Row; rest: readonly string[] } | undefined;
  readonly local: Local;
  readonly terminal: Terminal;
}

/** Asks one row of whoever has the data, and prints the answer. */
export async function ask({ line, found, local, terminal }: Asking): Promise<number> {
  const input = found ? inputOf(found.row, found.rest, line.options) : {};
  if (found) checkNamed(found.row, input);
  const connection = await connect(line.globals, local);
  try {
    const response = found
      ? await askRow(connection, found.row, { input, globals: line.globals })
      : await send(connection, { method: 'GET', address: openApiAddress, headers: {} });
    return await finish(response, { row: found?.row, globals: line.globals, terminal });
  } catch (error) {
    if (error instanceof Refused)
      return finish(error.response, { row: found?.row, globals: line.globals, terminal });
    throw error;
  } finally {
    await connection.close();
  }
}

/** The server refused on the way to the answer; its refusal is the answer. */
class Refused extends Error {
  readonly response: Response;

  constructor(response: Response) {
    super('refused');
    this.response = response;
  }
}

interface RowAsked {
  readonly input: Record<string, unknown>;
  readonly globals: Globals;
}

async function askRow(connection: Connection, row: Row, { input, globals }: RowAsked): Promise<Response> {
  const organisation = isOfOrganisation(row) ? await organisationAsked(connection, globals.org) : undefined;
  const filled = await fillFromFiles(connection, row, { input, organisation });
  const { ifMatch, idempotencyKey, preview } = globals;
  const options = { organisation, ifMatch, idempotencyKey, preview };
  const call = callOf(row, filled.input, options);
  const response = await send(connection, call, filled.bytes);
  if (response.status !== 428 || globals.ifMatch !== undefined) return response;
  // Somebody at a prompt has seen the record just now, or means to set it whatever it says.
  return send(connection, { ...call, headers: { ...call.headers, 'if-match': '*' } }, filled.bytes);
}

/** What the address of a row names has to be said: without it there is nothing to ask. */
function checkNamed(row: Row, input: Readonly<Record<string, unknown>>): void {
  const missing = pathMembers(row).filter((member) => (input[member] ?? '') === '');
  if (missing.length === 0) return;
  const words = pathMembers(row).map((member) => member.toUpperCase());
  throw new UsageError(`Say which ${missing.join(' and ')}: concord ${row.row.name} ${words.join(' ')}`);
}

async function send(connection: Connection, call: Call, bytes?: Uint8Array): Promise<Response> {
  const body = bytes ?? call.body;
  return connection.fetch(
    new Request(`${connection.base}${call.address}`, {
      method: call.method,
      headers: { ...call.headers, authorization: `Bearer ${connection.token}`, 'x-concord-via': 'cli' },
      ...(body === undefined ? {} : { body: body as string }),
    }),
  );
}

/** The organisation named by id or name; without one, the only one there is. */
async function organisationAsked(connection: Connection, named: string | undefined): Promise<string> {
  if (connection.token.startsWith(keyStart)) {
    if (named !== undefined) return named;
    throw new UsageError('With the key of a collector, say which organisation by its id: --org ID.');
  }
  const row = rowNamed('organisations list') as Row;
  const response = await send(connection, callOf(row, {}));
  if (!response.ok) throw new Refused(response);
  const { rows } = (await response.json()) as { rows: { id: string; name: string }[] };
  if (named !== undefined) return organisationNamed(rows, named);
  const [only, second] = rows;
  if (!only)
    throw new UsageError(
      'There is no organisation yet. Create one: concord organisations create --name NAME',
    );
  if (second) {
    const known = rows.map(({ id, name }) => `${id} (${name})`).join(', ');
    throw new UsageError(`There are ${rows.length} organisations; say which with --org: ${known}.`);
  }
  return only.id;
}

/** An id goes before a name; a name that several bear says too little. */
function organisationNamed(rows: readonly { id: string; name: string }[], named: string): string {
  if (rows.some(({ id }) => id === named)) return named;
  const bearing = rows.filter(({ name }) => name === named);
  if (bearing.length > 1) {
    const ids = bearing.map(({ id }) => id).join(', ');
    throw new UsageError(
      `${bearing.length} organisations are named “${named}”; say which by its id: ${ids}.`,
    );
  }
  return bearing[0]?.id ?? named;
}

/** Members that a person gives as a file: its text, its JSON, or a file to be sent ahead. */
async function fillFromFiles(
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
    const read = await fillOne(connection, { path: value, from, organisation });
    filled[name] = withinOf(read, schema.within);
  }
  return { input: filled };
}

/** A file with a whole answer, of which one member is meant. */
function withinOf(read: unknown, name: string | undefined): unknown {
  const isAnswer = name !== undefined && typeof read === 'object' && read !== null && !Array.isArray(read);
  return isAnswer && name in read ? (read as Record<string, unknown>)[name] : read;
}

async function fillOne(
  connection: Connection,
  { path, from, organisation }: { path: string; from: string; organisation: string | undefined },
): Promise<unknown> {
  if (from === 'sent' && /^[0-9a-f]{64}$/.test(path)) return path;
  const bytes = await readBytes(path);
  if (from === 'sent') return sendAhead(connection, { path, bytes, organisation });
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
  { path, bytes, organisation }: { path: string; bytes: Uint8Array; organisation: string | undefined },
): Promise<string> {
  const row = rowNamed('files add') as Row;
  const response = await send(connection, callOf(row, { name: basename(path) }, { organisation }), bytes);
  if (!response.ok) throw new Refused(response);
  return ((await response.json()) as { hash: string }).hash;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${path} cannot be read (${String(code)}).`);
  }
}

interface Finishing {
  readonly row: Row | undefined;
  readonly globals: Globals;
  readonly terminal: Terminal;
}

async function finish(response: Response, { row, globals, terminal }: Finishing): Promise<number> {
  if (!response.ok) return printProblem(response, globals, terminal);
  const type = response.headers.get('content-type') ?? '';
  // What is to be saved is saved as it comes, JSON too.
  const isData = type.startsWith('application/json') && !response.headers.has('content-disposition');
  if (!isData) return printBytes(response, globals, terminal);
  const answer = (await response.json()) as Record<string, unknown>;
  if (globals.out !== undefined) {
    const text = typeof answer.pem === 'string' ? answer.pem : `${JSON.stringify(answer, null, 2)}\n`;
    await writeOut(globals.out, Buffer.from(text), terminal);
  } else terminal.out(globals.json || !row ? `${JSON.stringify(answer)}\n` : printAnswer(row, answer));
  return row?.row.name === 'verify' && answer.ok === false ? 2 : 0;
}

async function printProblem(response: Response, { json }: Globals, terminal: Terminal): Promise<number> {
  const text = await response.text();
  terminal.error(json ? `${text}\n` : `concord: ${detailOf(text)}\n`);
  return response.status >= 500 ? 3 : 1;
}

interface Problem {
  readonly detail?: string;
  readonly path?: string;
  readonly errors?: readonly { at: string; detail: string }[];
}

function detailOf(text: string): string {
  try {
    const { detail, path, errors = [] } = JSON.parse(text) as Problem;
    const places = errors.map((each) => `\n  ${each.at === '' ? '' : `${each.at}: `}${each.detail}`).join('');
    return `${detail ?? text}${path ? ` (${path})` : ''}${places}`;
  } catch {
    return text;
  }
}

async function printBytes(response: Response, globals: Globals, terminal: Terminal): Promise<number> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const binary = !/^(text\/|application\/json)/.test(response.headers.get('content-type') ?? '');
  if (globals.out !== undefined) await writeOut(globals.out, bytes, terminal);
  else if (binary && terminal.isTerminal)
    throw new UsageError('This is no text. Say where to write it: --out FILE.');
  else terminal.out(bytes);
  return 0;
}

async function writeOut(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(`${path} cannot be written (${String(code)}).`);
  }
  terminal.error(`Wrote ${path}, ${bytes.length} bytes.\n`);
}
