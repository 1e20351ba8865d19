import { findRow, splitLine, UsageError } from './arguments.ts';
import { ask } from './ask.ts';
import { holderOf, type Local, Unreachable, whileHeld } from './connection.ts';
import { helpFor, overview } from './help.ts';

export type { Connection, Local } from './connection.ts';

/** Where a run writes, and what it returns to the shell. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => void;
  readonly error: (text: string) => void;
  readonly isTerminal: boolean;
}

export const exit = { done: 0, refused: 1, found: 2, could_not: 3 } as const;

/** Runs one command line. Exit 0 done, 1 refused or bad input, 2 verification found something, 3 could not. */
export async function run(argv: readonly string[], local: Local, terminal: Terminal): Promise<number> {
  try {
    return await runLine(argv, local, terminal);
  } catch (error) {
    return report(error, argv.includes('--json'), terminal);
  }
}

async function runLine(argv: readonly string[], local: Local, terminal: Terminal): Promise<number> {
  const line = splitLine(argv);
  const { globals, words } = line;
  if (globals.version) return say(terminal, `${local.version}\n`);
  const asked = words[0] === 'help' ? words.slice(1) : words;
  const found = findRow(asked);
  const isOwn = asked.length === 1 && ownCommands.includes(asked[0] as string);
  if (asked.length > 0 && !found && !isOwn)
    throw new UsageError(`There is no command “${asked.join(' ')}”. \`concord help\` lists them.`);
  if (globals.help || words.length === 0 || words[0] === 'help')
    return say(terminal, found ? helpFor(found.row) : overview());
  if (globals.preview && found?.row.kind !== 'command')
    throw new UsageError(`\`${asked.join(' ')}\` writes nothing, so there is nothing to preview.`);
  const [option] = line.options;
  if (isOwn && option) throw new UsageError(`\`${words[0]}\` knows no --${option[0]}.`);
  if (words[0] === 'serve') return await serveUntilStopped(line.globals.data, local, terminal);
  return ask({ line, found, local, terminal });
}

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

/** A server has the directory already, and will keep it. */
function refuseToWait(error: unknown): never {
  throw holderOf(error) ? new Unreachable((error as Error).message) : error;
}

function report(error: unknown, json: boolean, terminal: Terminal): number {
  const usage = error instanceof UsageError;
  const known = usage || error instanceof Unreachable || isPlain(error);
  const detail = error instanceof Error ? error.message : String(error);
  const code = usage ? 'usage' : 'unavailable';
  const text = known || !(error instanceof Error) ? detail : `${detail}\n${error.stack ?? ''}`;
  terminal.error(
    json
      ? `${JSON.stringify({ type: `urn:concord:refusal:${code}`, title: code, code, detail })}\n`
      : `concord: ${text}\n`,
  );
  return usage ? exit.refused : exit.could_not;
}

/** Errors that the server names itself: they are for people, without a stack. */
function isPlain(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['DirectoryHeld', 'StoreUnavailable', 'StoreDamaged', 'CannotOpen', 'CannotListen'].includes(error.name)
  );
}
