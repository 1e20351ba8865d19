import {
  type CallOptions,
  callOf,
  isOfOrganisation,
  keyStart,
  membersOf,
  openApiAddress,
  pathMembers,
  type Row,
  rowNamed,
} from '@concord/operations';
import { printMade } from './backup/print.ts';
import { type Connection, connect, type Local, Unreachable } from './connection/connection.ts';
import { isComplete, RefusedLate, receiveFile } from './connection/long-answer.ts';
import { Refused, send } from './connection/send.ts';
import { openWholeFile } from './connection/whole-file.ts';
import { fillFromFiles } from './input-files.ts';
import { type Globals, inputOf, type ParsedLine, UsageError } from './line/arguments.ts';
import { printable } from './line/printable.ts';
import { progressLine, stoppedByInterrupt } from './line/progress.ts';
import { fillSecrets } from './line/secrets.ts';
import type { Terminal } from './line/terminal.ts';
import { printAnswer } from './print.ts';

export interface Asking {
  readonly line: ParsedLine;
  readonly found: { row: Row; rest: readonly string[] } | undefined;
  readonly local: Local;
  readonly terminal: Terminal;
}

/** Asks one row of whoever has the data, and prints the answer. */
export async function ask({ line, found, local, terminal }: Asking): Promise<number> {
  const typed = found ? inputOf(found.row, found.rest, line.options) : {};
  if (found) checkNamed(found.row, typed);
  const input = found ? await fillSecrets(found.row, typed, local.env ?? {}) : {};
  const connection = await connect(line.globals, local);
  try {
    const response = found
      ? await askRow(connection, found.row, { input, globals: line.globals })
      : await send(connection, { method: 'GET', address: openApiAddress, headers: {} });
    return await finish(response, {
      row: found?.row,
      globals: line.globals,
      terminal,
      knownAt: input.knownAt,
    });
  } catch (error) {
    if (error instanceof Refused)
      return finish(error.response, { row: found?.row, globals: line.globals, terminal });
    throw error;
  } finally {
    await connection.close();
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
  if (isLong(row)) return askLong(connection, row, { input: filled.input, globals, options });
  const call = callOf(row, filled.input, options);
  const response = await send(connection, call, filled.bytes);
  if (response.status !== 428 || globals.ifMatch !== undefined) return response;
  // Somebody at a prompt has seen the record just now, or means to set it whatever it says.
  return send(connection, { ...call, headers: { ...call.headers, 'if-match': '*' } }, filled.bytes);
}

function isLong({ kind, row }: Row): boolean {
  return kind === 'query' && row.long === true;
}

/** A file that is made while it is sent, a line for each piece. The name of the file to write may say the format. */
async function askLong(
  connection: Connection,
  row: Row,
  { input, globals, options }: RowAsked & { readonly options: CallOptions },
): Promise<Response> {
  const asked = { ...input };
  const named = (name: string) => membersOf(row).find((member) => member.name === name);
  const ending = /\.(\w+)$/.exec(globals.out ?? '')?.[1];
  if (asked.format === undefined && named('format')?.schema.enum?.includes(ending)) asked.format = ending;
  if (globals.org !== undefined && named('organisations'))
    asked.organisations = [await organisationAsked(connection, globals.org)];
  const call = callOf(row, asked, options);
  return send(connection, { ...call, headers: { ...call.headers, accept: 'application/x-ndjson' } });
}

/** What the address of a row names has to be said: without it there is nothing to ask. */
function checkNamed(row: Row, input: Readonly<Record<string, unknown>>): void {
  const missing = pathMembers(row).filter((member) => (input[member] ?? '') === '');
  if (missing.length === 0) return;
  const words = pathMembers(row).map((member) => member.toUpperCase());
  throw new UsageError(`Say which ${missing.join(' and ')}: concord ${row.row.name} ${words.join(' ')}`);
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

interface Finishing {
  /** Position of the ledger that was asked about, when one was. */
  readonly knownAt?: unknown;
  readonly row: Row | undefined;
  readonly globals: Globals;
  readonly terminal: Terminal;
}

async function finish(response: Response, { row, globals, terminal, knownAt }: Finishing): Promise<number> {
  if (!response.ok) return printProblem(response, { globals, terminal, knownAt });
  const type = response.headers.get('content-type') ?? '';
  if (row && type.startsWith('application/x-ndjson')) return finishLong(response, row, { globals, terminal });
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

/** Writes the file as it comes; Ctrl+C stops the making, and nothing stays. */
async function finishLong(
  response: Response,
  row: Row,
  { globals, terminal }: Pick<Finishing, 'globals' | 'terminal'>,
): Promise<number> {
  const { signal, release } = stoppedByInterrupt();
  const progress = progressLine(terminal, globals.progress);
  try {
    const { path, made } = await receiveFile(response, { out: globals.out, terminal, progress, signal });
    const told = globals.json ? `${JSON.stringify({ ...made, path })}\n` : printMade(row, made, path);
    (path === undefined ? terminal.error : terminal.out)(told);
    return isComplete(made) ? 0 : 2;
  } catch (error) {
    if (!(error instanceof RefusedLate)) throw error;
    const { problem, exit } = error;
    terminal.error(globals.json ? `${JSON.stringify(problem)}\n` : printable(`concord: ${problem.detail}\n`));
    return exit;
  } finally {
    release();
  }
}

/** What is missing at an earlier position may have been recorded since: that it was asked there is said. */
async function printProblem(
  response: Response,
  { globals, terminal, knownAt }: Pick<Finishing, 'globals' | 'terminal' | 'knownAt'>,
): Promise<number> {
  const text = await response.text();
  const then =
    response.status === 404 && knownAt !== undefined
      ? ` That is so as known at entry ${knownAt}; without --known-at you are told what is known now.`
      : '';
  terminal.error(globals.json ? `${text}\n` : printable(`concord: ${detailOf(text)}${then}\n`));
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
  const binary = !/^(text\/|application\/(oscal\+)?json)/.test(response.headers.get('content-type') ?? '');
  if (globals.out !== undefined) await writeOut(globals.out, bytes, terminal);
  else if (binary && terminal.isTerminal)
    throw new UsageError('This is no text. Say where to write it: --out FILE.');
  else terminal.out(bytes);
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
