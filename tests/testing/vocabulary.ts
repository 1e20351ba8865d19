import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../concord.mjs', import.meta.url));

// Builds when that is needed, so that no test is told of it.
execFileSync(process.execPath, [program, '--version'], { stdio: 'ignore' });

/** A temporary folder, and the environment in which the program keeps its data and its key there. */
export interface Place {
  readonly root: string;
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  readonly remove: () => void;
}

export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'concord-whole-'));
  const data = join(root, 'data');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: root,
    CONCORD_DATA: data,
    CONCORD_KEY: join(root, 'keys', 'key.pem'),
  };
  return { root, data, env, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}

/** What a command line did: its exit code, and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LineSettings {
  readonly env?: Readonly<Record<string, string>>;
  /** Runs as a user who is not root, so that permissions of files hold. */
  readonly unprivileged?: boolean;
}

/** Runs one command line to its end, as a process of its own. */
export async function line(
  place: Place,
  argv: readonly string[],
  settings: LineSettings = {},
): Promise<Ended> {
  const child = start(place, argv, settings);
  const output = collect(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, ...output() };
}

/** The JSON that a command line printed; throws with everything it wrote when it did not end well. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
export async function json(place: Place, ...argv: string[]): Promise<any> {
  const { code, stdout, stderr } = await line(place, ['--json', ...argv]);
  if (code !== 0) throw new Error(`concord ${argv.join(' ')} ended with ${code}: ${stderr}${stdout}`);
  return JSON.parse(stdout);
}

const nobody = 65_534;

/** Root's way to run as somebody else; anybody else is unprivileged already. */
const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** Whether a user who is not root may enter where this Node and this tree lie (they may lie in root's own folder). */
export const runsUnprivileged =
  spawnSync(process.execPath, [program, '--version'], { cwd: '/', stdio: 'ignore', ...asNobody }).status ===
  0;
if (!runsUnprivileged)
  console.log(`SKIPPED as an unprivileged user: nobody may not run ${process.execPath} or read ${program}`);

/** Starts one command line as a process of its own. */
export function start(
  place: Place,
  argv: readonly string[],
  { env, unprivileged = false }: LineSettings,
): ChildProcess {
  return spawn(process.execPath, [program, ...argv], {
    cwd: place.root,
    env: { ...place.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(unprivileged ? asNobody : {}),
  });
}

/** Gives a folder to the user that `unprivileged` runs as. */
export function giveAway(path: string): void {
  if (process.getuid?.() === 0) chownSync(path, nobody, nobody);
}

function collect(child: ChildProcess): () => { stdout: string; stderr: string } {
  const written = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    written.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    written.stderr += chunk;
  });
  return () => written;
}

/** A server as a process, and how to speak to it. */
export interface Served {
  readonly child: ChildProcess;
  readonly base: string;
  readonly port: number;
  readonly token: string;
  readonly output: () => { stdout: string; stderr: string };
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Told>;
  /** The exit code once it has ended, null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and answers the exit code, null when the signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  readonly body: any;
}

/** Starts `concord serve` on any free port and waits until it says where it answers. */
export async function serve(place: Place, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child = start(place, ['serve'], { env: { PORT: '0', ...env } });
  const output = collect(child);
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => /answers at \S+\n/.test(output().stdout) && resolve());
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${output().stderr}`)));
  });
  const address = new URL(/answers at (\S+)/.exec(output().stdout)?.[1] ?? '');
  const token = address.searchParams.get('token') ?? '';
  return {
    child,
    base: address.origin,
    port: Number(address.port),
    token,
    output,
    ask: (method, path, body, headers = {}) => ask(address.origin, { token, method, path, body, headers }),
    ended,
    end: async (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

interface Asking {
  readonly token: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly headers: Record<string, string>;
}

async function ask(base: string, { token, method, path, body, headers }: Asking): Promise<Told> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

/** What a person may be told: one line, with the program's name, and nothing of its inside. */
export const oneLine = /^concord: [^\n]+\n$/;
export const ofItsInside = /\n\s+at |node_modules|\.mjs:\d|\.ts:\d|UnhandledPromise|Error:/;
