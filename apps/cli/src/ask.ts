import {
  type Call,
  type CallOptions,
  callOf,
  isOfOrganisation,
  type JsonSchema,
  membersOf,
  openApiAddress,
  pathMembers,
  type Row,
} from '@concord/operations';
import { printMade } from './backup/print.ts';
import { type Connection, connect, type Local, Unreachable } from './connection/connection.ts';
import { isComplete, receiveAnswer, receiveFile, refuseBinary } from './connection/long-answer.ts';
import { placeFor } from './connection/place.ts';
import { exitRefused, Refused, send } from './connection/send.ts';
import { openWholeFile } from './connection/whole-file.ts';
import { headNamed } from './files/head-named.ts';
import { isLong, withFormat } from './files/out-name.ts';
import { type Environment, fillSecrets } from './files/secrets.ts';
import { fillFromFiles } from './input-files.ts';
import { type Globals, inputOf, type ParsedLine, schemaOf } from './line/arguments.ts';
import { isKeptOnce } from './line/kept-once.ts';
import { listed } from './line/meant.ts';
import { printable } from './line/printable.ts';
import { neverStopped, progressLine, stoppedByInterrupt } from './line/progress.ts';
import type { Terminal } from './line/terminal.ts';
import { UsageError } from './line/usage-error.ts';
import { allowedBy } from './line/values.ts';
import { organisationAsked } from './organisation.ts';
import { printAnswer } from './print.ts';
import { problemInWords, readProblem } from './problem.ts';

export interface Asking {
  readonly line: ParsedLine;
  readonly found: { row: Row; rest: readonly string[] } | undefined;
  readonly local: Local;
  readonly terminal: Terminal;
}

/** Asks one row of whoever has the data, and prints the answer. Who only asks may stop at any time, and nothing stays. */
export async function ask(asking: Asking): Promise<number> {
  const { found, line, local } = asking;
  // A passphrase may be typed, and until then there is nothing to take back: that ends as any process does.
  const typed = found ? await typedFor(found, line, local.env ?? {}) : { input: {}, isOnce: false };
  const { signal, release } = found?.row.kind === 'command' ? neverStopped() : stoppedByInterrupt();
  try {
    return await askOnce(asking, typed, signal);
  } catch (error) {
    if (signal.aborted) throw new Unreachable('Cancelled. Nothing was kept.');
    throw error;
  } finally {
    release();
  }
}

async function askOnce(
  { line, found, local, terminal }: Asking,
  { input, isOnce }: Typed,
  signal: AbortSignal,
): Promise<number> {
  const connection = await connect({ ...line.globals, signal }, local, placeFor(found?.row));
  try {
    const response = found
      ? await askRow(connection, found.row, { input, globals: line.globals })
      : await send(connection, { method: 'GET', address: openApiAddress, headers: {} });
    return await finish(response, {
      row: found?.row,
      globals: line.globals,
      terminal,
      input,
      isOnce,
      signal,
    });
  } catch (error) {
    if (error instanceof Refused)
      return finish(error.response, { row: found?.row, globals: line.globals, terminal, signal });
    throw error;
  } finally {
    await connection.close();
  }
}

interface Typed {
  readonly input: Record<string, unknown>;
  readonly isOnce: boolean;
}

/** What was typed for a row, with the format that the file to write says, and what is secret. */
async function typedFor(
  { row, rest }: NonNullable<Asking['found']>,
  { options, globals }: ParsedLine,
  env: Environment,
): Promise<Typed> {
  const { replace, ...others } = inputOf(row, rest, options);
  const isOnce = isKeptOnce(row);
  const typed = isOnce || replace === undefined ? others : { ...others, replace };
  checkNamed(row, typed);
  const input = await fillSecrets(row, await withFormat(row, typed, globals.out), env);
  return { input, isOnce: isOnce && replace !== true };
}

interface RowAsked {
  readonly input: Record<string, unknown>;
  readonly globals: Globals;
}

async function askRow(connection: Connection, row: Row, { input, globals }: RowAsked): Promise<Response> {
  const organisation = isOfOrganisation(row)
    ? await organisationAsked(connection, globals.org, await headNamed(row, input))
    : undefined;
  const filled = await fillFromFiles(connection, row, { input, organisation });
  const { ifMatch, idempotencyKey, preview } = globals;
  const options = { organisation, ifMatch, idempotencyKey, preview };
  if (isLong(row)) return askLong(connection, row, { input: filled.input, globals, options });
  const call = inLines(callOf(row, filled.input, options));
  const response = await send(connection, call, filled.bytes);
  if (response.status !== 428 || globals.ifMatch !== undefined) return response;
  // Somebody at a prompt has seen the record just now, or means to set it whatever it says.
  return send(connection, { ...call, headers: { ...call.headers, 'if-match': '*' } }, filled.bytes);
}

/** A file that is made while it is sent, a line for each piece. */
async function askLong(
  connection: Connection,
  row: Row,
  { input, globals, options }: RowAsked & { readonly options: CallOptions },
): Promise<Response> {
  const asked = { ...input };
  if (globals.org !== undefined && membersOf(row).some(({ name }) => name === 'organisations'))
    asked.organisations = [await organisationAsked(connection, globals.org)];
  return send(connection, inLines(callOf(row, asked, options)));
}

/** Whatever takes long comes with how far it is; all else is answered as ever. */
function inLines(call: Call): Call {
  return { ...call, headers: { ...call.headers, accept: 'application/json, application/x-ndjson' } };
}

/** What the address of a row names has to be said: without it there is nothing to ask. */
function checkNamed(row: Row, input: Readonly<Record<string, unknown>>): void {
  const missing = pathMembers(row).filter((member) => (input[member] ?? '') === '');
  if (missing.length === 0) return;
  const words = pathMembers(row).map((member) => member.toUpperCase());
  const there = missing.map((name) => thereAre(schemaOf(row, name))).join('');
  throw new UsageError(
    `Say which ${missing.join(' and ')}: concord ${row.row.name} ${words.join(' ')}${there}`,
  );
}

function thereAre(schema: JsonSchema): string {
  const allowed = allowedBy(schema);
  return allowed === undefined ? '' : `. There are: ${listed(allowed)}.`;
}

interface Finishing {
  /** What was asked, as it was typed. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** A file that is there already is not written over. */
  readonly isOnce?: boolean | undefined;
  /** Aborted when it is to be stopped. */
  readonly signal: AbortSignal;
  readonly row: Row | undefined;
  readonly globals: Globals;
  readonly terminal: Terminal;
}

async function finish(response: Response, finishing: Finishing): Promise<number> {
  if (!response.ok) return printProblem(response, finishing);
  const { row, globals, terminal } = finishing;
  const type = response.headers.get('content-type') ?? '';
  if (row && type.startsWith('application/x-ndjson')) return finishLines(response, row, finishing);
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

/** A file as it is made, or a command as it is carried out. */
async function finishLines(response: Response, row: Row, finishing: Finishing): Promise<number> {
  if (row.kind === 'query') return finishLong(response, row, finishing);
  const { globals, terminal } = finishing;
  const answered = await receiveAnswer(response, progressLine(terminal, globals.progress));
  return finish(answered, finishing);
}

/**
 * Writes the file as it comes; Ctrl+C stops the making, and nothing stays. What is made to be kept gets a name of its
 * own; a document is for standard output where no file is named.
 */
async function finishLong(
  response: Response,
  row: Row,
  { globals, terminal, isOnce, signal }: Finishing,
): Promise<number> {
  const progress = progressLine(terminal, globals.progress);
  const out = globals.out ?? (isLong(row) ? undefined : '-');
  const { path, made } = await receiveFile(response, { out, isOnce, terminal, progress, signal });
  const told = globals.json ? `${JSON.stringify({ ...made, path })}\n` : printMade(row, made, path);
  if (isLong(row)) (path === undefined ? terminal.error : terminal.out)(told);
  else if (path !== undefined) terminal.error(told);
  return isComplete(made) ? 0 : 2;
}

async function printProblem(
  response: Response,
  { row, globals, terminal, input = {} }: Finishing,
): Promise<number> {
  const text = await response.text();
  const told = globals.json ? text : problemInWords(text, response.status, { row, input });
  terminal.error(globals.json ? `${told}\n` : printable(`concord: ${told}\n`));
  return exitRefused({ status: response.status, code: readProblem(text)?.code });
}

async function printBytes(response: Response, globals: Globals, terminal: Terminal): Promise<number> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (globals.out !== undefined) await writeOut(globals.out, bytes, terminal);
  else {
    refuseBinary(response.headers.get('content-type') ?? '', terminal);
    terminal.out(bytes);
  }
  return 0;
}

/** Ctrl+C leaves nothing, nor a file that is not whole. */
async function writeOut(path: string, bytes: Uint8Array, terminal: Terminal): Promise<void> {
  const { signal, release } = stoppedByInterrupt();
  try {
    const target = await openWholeFile(path);
    try {
      await target.write(bytes);
      if (signal.aborted) throw new Unreachable('Cancelled. Nothing was kept.');
      await target.keep();
    } catch (error) {
      await target.drop();
      throw error;
    }
  } finally {
    release();
  }
  terminal.error(`Wrote ${path}, ${bytes.length} bytes.\n`);
}
