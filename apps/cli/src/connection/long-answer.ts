import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ProgressLine } from '../line/progress.ts';
import type { Terminal } from '../line/terminal.ts';
import { UsageError } from '../line/usage-error.ts';
import { Unreachable } from './connection.ts';
import { exitRefused } from './send.ts';
import { openWholeFile, type Target } from './whole-file.ts';

/** One line of an answer that takes long: a file as it is made. */
interface Line {
  readonly file?: { readonly name: string; readonly mediaType: string };
  readonly progress?: { readonly step: string; readonly done: number; readonly of: number };
  readonly bytes?: string;
  readonly done?: Made;
  readonly problem?: { readonly status: number; readonly code: string; readonly detail: string };
}

/** What is told of the file at its end. */
export interface Made extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** Whether everything that belongs in it was there to be taken. A report that cannot be made as things stand is none. */
export function isComplete({ organisations, leftOut }: Made): boolean {
  const all = Array.isArray(organisations) ? (organisations as { lost?: readonly unknown[] }[]) : [];
  const gone = Array.isArray(leftOut) ? (leftOut as { what: string }[]) : [];
  return (
    all.every(({ lost = [] }) => lost.length === 0) && !gone.some(({ what }) => what.startsWith('files/'))
  );
}

export interface Receiving {
  /** A file, or a folder where it gets its own name (the one worked in, when left out); `-` is standard output. */
  readonly out: string | undefined;
  /** A file that is there already is not written over. */
  readonly isOnce?: boolean | undefined;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
  readonly signal: AbortSignal;
}

/** What the server refused while the file was being made. */
export class RefusedLate extends Error {
  readonly problem: NonNullable<Line['problem']>;

  constructor(problem: NonNullable<Line['problem']>) {
    super(problem.detail);
    this.problem = problem;
  }

  get exit(): number {
    return exitRefused(this.problem);
  }
}

/**
 * Writes a file while it is made: under another name until it is whole, so that what has its name is whole. Answers
 * where it lies (undefined: on standard output), and what was told of it. Nothing stays of what was broken off.
 */
export async function receiveFile(
  response: Response,
  receiving: Receiving,
): Promise<{ path: string | undefined; made: Made }> {
  let target: Target | undefined;
  try {
    for await (const line of linesOf(response, receiving.signal)) {
      if (line.problem) throw new RefusedLate(line.problem);
      if (line.progress) receiving.progress.tell(line.progress.step, line.progress.done, line.progress.of);
      if (line.file) target = await openTarget(line.file, receiving);
      if (line.bytes !== undefined) await target?.write(Buffer.from(line.bytes, 'base64'));
      if (line.done) return { path: await target?.keep(), made: line.done };
    }
    throw new Unreachable('The connection broke off before the file was whole. Nothing was kept.');
  } catch (error) {
    await target?.drop();
    if (receiving.signal.aborted) throw new Unreachable('Cancelled. Nothing was kept.');
    throw error;
  } finally {
    receiving.progress.end();
  }
}

/** What is no text would only disturb a terminal. */
export function refuseBinary(mediaType: string, terminal: Terminal): void {
  if (terminal.isTerminal && !/^(text\/|application\/(oscal\+)?json)/.test(mediaType))
    throw new UsageError('This is no text. Say where to write it: --out FILE.');
}

/** What a command that takes long is answered in the end, as if it had been answered at once. */
export async function receiveAnswer(response: Response, progress: ProgressLine): Promise<Response> {
  try {
    for await (const line of linesOf(response, new AbortController().signal)) {
      if (line.progress) progress.tell(line.progress.step, line.progress.done, line.progress.of);
      if (line.problem) return Response.json(line.problem, { status: line.problem.status });
      if (line.done) return Response.json(line.done);
    }
    throw new Unreachable(
      'The connection broke off before it was answered. Ask again: what was done is done.',
    );
  } finally {
    progress.end();
  }
}

async function* linesOf(response: Response, signal: AbortSignal): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of chunksOf(response, signal)) {
    held += decoder.decode(chunk, { stream: true });
    const lines = held.split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

/** What comes until it is stopped: also while the next is long in coming, and whoever makes it is told. */
async function* chunksOf(response: Response, signal: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', leave, { once: true });
  try {
    signal.throwIfAborted();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    signal.throwIfAborted();
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

async function openTarget(
  { name, mediaType }: NonNullable<Line['file']>,
  { out, isOnce, terminal }: Receiving,
): Promise<Target> {
  if (out === '-') {
    refuseBinary(mediaType, terminal);
    return toOutput(terminal);
  }
  return openWholeFile(await pathOf(out ?? '.', name), { isOnce });
}

/** In a folder it has its own name: a name alone, whatever path a server says. */
async function pathOf(out: string, name: string): Promise<string> {
  const found = await stat(out).catch(() => undefined);
  if (!found?.isDirectory()) return out;
  const own = basename(name.replaceAll('\\', '/'));
  if (own === '' || own === '.' || own === '..')
    throw new Unreachable(`“${name}” is no name for a file. Say one with --out FILE.`);
  return join(out, own);
}

function toOutput(terminal: Terminal): Target {
  return {
    write: async (bytes) => {
      terminal.out(bytes);
      await terminal.drained?.();
    },
    keep: async () => undefined,
    drop: async () => undefined,
  };
}
