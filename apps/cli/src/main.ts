import { type Row, rows } from '@concord/operations';
import { ask } from './ask.ts';
import { backupDrill } from './backup/drill.ts';
import type { OwnCommand } from './backup/own-line.ts';
import { restore } from './backup/restore.ts';
import { type Local, refuseToWait, Unreachable, whileHeld } from './connection/connection.ts';
import { RefusedLate } from './connection/long-answer.ts';
import { exitRefused, Refused } from './connection/send.ts';
import { LedgerGone } from './files/head-named.ts';
import { helpFor, helpForOwn, overview } from './help.ts';
import { findRow, globalOptions, type ParsedLine, splitLine } from './line/arguments.ts';
import { noCommand, noOption } from './line/meant.ts';
import { printable } from './line/printable.ts';
import type { Terminal } from './line/terminal.ts';
import { UsageError } from './line/usage-error.ts';
import { readProblem } from './problem.ts';

export type { Connection, Local } from './connection/connection.ts';
export type { Terminal } from './line/terminal.ts';

export const exit = { done: 0, refused: 1, found: 2, could_not: 3 } as const;

/** Runs one command line. Exit 0 done, 1 refused or bad input, 2 something is not as it was recorded, 3 could not, or stopped. */
export async function run(argv: readonly string[], local: Local, terminal: Terminal): Promise<number> {
  try {
    return await runLine(argv, local, terminal);
  } catch (error) {
    if (error instanceof Refused)
      return await reportRefused(error.response, argv.includes('--json'), terminal);
    if (error instanceof RefusedLate) return reportLate(error, argv.includes('--json'), terminal);
    return report(error, argv.includes('--json'), terminal);
  }
}

async function runLine(argv: readonly string[], local: Local, terminal: Terminal): Promise<number> {
  const line = splitLine(argv);
  const { globals, words } = line;
  if (globals.version) return say(terminal, `${local.version}\n`);
  const asked = words[0] === 'help' ? words.slice(1) : words;
  const own = ownFiles.find(({ name }) => asked.slice(0, name.split(' ').length).join(' ') === name);
  if (own) return runOwn(own, { line, asked, local, terminal });
  const found = findRow(asked);
  const isOwn = asked.length === 1 && ownCommands.includes(asked[0] as string);
  if (!found && !isOwn) checkUnknown(line, asked);
  if (globals.help || words.length === 0 || words[0] === 'help')
    return say(terminal, found ? helpFor(found.row) : overview(ownFiles));
  if (globals.preview && found?.row.kind !== 'command') throw new UsageError(noPreview(asked, found?.row));
  const [option] = line.options;
  if (isOwn && option) throw new UsageError(`\`${words[0]}\` knows no --${option[0]}.`);
  if (words[0] === 'serve') return await serveUntilStopped(line.globals.data, local, terminal);
  return ask({ line, found, local, terminal });
}

/** Words that name no command, or options without one. */
function checkUnknown({ early, globals }: ParsedLine, asked: readonly string[]): void {
  if (early !== undefined) throw new UsageError(noOption(early, globalOptions));
  const known = [
    'help',
    ...ownCommands,
    ...ownFiles.map(({ name }) => name),
    ...rows.map(({ row }) => row.name),
  ];
  if (asked.length > 0) throw new UsageError(noCommand(asked, known));
  if (globals.preview) throw new UsageError('Say what is to be previewed: concord --preview COMMAND …');
}

/** What no rule of a ledger decides cannot be decided without doing it. */
function noPreview(asked: readonly string[], row: Row | undefined): string {
  const does = withoutRule[row?.row.name ?? ''];
  return does === undefined
    ? `\`${asked.join(' ')}\` writes nothing, so there is nothing to preview.`
    : `\`${row?.row.name}\` cannot be previewed: ${does}. Nothing was changed.`;
}

const withoutRule: Readonly<Record<string, string>> = {
  'demo load': 'it makes an organisation of its own, which `demo remove` takes away again',
  'demo remove':
    'it takes the demo organisation away with everything in it, also what you did in it, and that cannot be taken back',
};

interface OwnAsked {
  readonly line: ParsedLine;
  readonly asked: readonly string[];
  readonly local: Local;
  readonly terminal: Terminal;
}

async function runOwn(own: OwnCommand, { line, asked, local, terminal }: OwnAsked): Promise<number> {
  if (line.globals.help || line.words[0] === 'help') return say(terminal, helpForOwn(own));
  if (line.globals.preview)
    throw new UsageError(
      `\`${own.name}\` knows no preview; \`backup drill FILE\` tries without changing anything.`,
    );
  return own.run({ line, rest: asked.slice(own.name.split(' ').length), local, terminal });
}

/** Commands that no row states, on the files of backups: they need no server, or none that runs. */
const ownFiles: readonly OwnCommand[] = [restore, backupDrill];

/** Commands that no row states. */
const ownCommands: readonly string[] = ['serve', 'openapi'];

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return exit.done;
}

async function serveUntilStopped(
  data: string | undefined,
  local: Local,
  terminal: Terminal,
): Promise<number> {
  // Before the address is told, so that whoever reads it can stop the server from then on.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const running = await whileHeld(() => local.serve(data).catch(refuseToWait));
  terminal.out(
    `Concord answers at ${running.address}\nThe address holds the key to everything here; keep it to yourself. Ctrl+C stops.\n`,
  );
  await stopped;
  await running.close();
  return exit.done;
}

/** A refusal that was met on the way to an answer. */
async function reportRefused(response: Response, json: boolean, terminal: Terminal): Promise<number> {
  const text = await response.text();
  const { code, detail = text } = readProblem(text) ?? {};
  terminal.error(json ? `${text}\n` : `concord: ${detail}\n`);
  return exitRefused({ status: response.status, code });
}

/** One that came while the answer was being made. */
function reportLate({ problem, exit }: RefusedLate, json: boolean, terminal: Terminal): number {
  terminal.error(json ? `${JSON.stringify(problem)}\n` : printable(`concord: ${problem.detail}\n`));
  return exit;
}

function report(error: unknown, json: boolean, terminal: Terminal): number {
  const usage = error instanceof UsageError;
  const fault = isFault(error) ? error : undefined;
  const found = error instanceof LedgerGone;
  const known = usage || fault || found || error instanceof Unreachable || isPlain(error);
  const detail = wordsOf(error);
  const code = fault?.code ?? (usage ? 'usage' : found ? 'ledger-gone' : 'unavailable');
  const text = known || !(error instanceof Error) ? detail : `${detail}\n${error.stack ?? ''}`;
  terminal.error(
    json
      ? `${JSON.stringify({ type: `urn:concord:refusal:${code}`, title: code, code, detail })}\n`
      : `concord: ${text}\n`,
  );
  return fault?.exit ?? (usage ? exit.refused : found ? exit.found : exit.could_not);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'AbortError' ? 'Cancelled. Nothing was changed.' : error.message;
}

/** What is wrong with a backup says itself how the run is to end. */
function isFault(error: unknown): error is Error & { readonly code: string; readonly exit: number } {
  return error instanceof Error && error.name === 'BackupFault' && 'exit' in error && 'code' in error;
}

/** Errors that the server names itself: they are for people, without a stack. */
function isPlain(error: unknown): boolean {
  return (
    error instanceof Error &&
    [
      'DirectoryHeld',
      'StoreUnavailable',
      'StoreDamaged',
      'CannotOpen',
      'CannotListen',
      'AbortError',
    ].includes(error.name)
  );
}
