import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', '..');

/**
 * Starts a TypeScript file of this folder as a process of its own. It is bundled to a place inside node_modules first,
 * from where the native libraries that stay outside the bundle are found.
 */
export async function startProgram(name: string, ...parameters: readonly string[]): Promise<ChildProcess> {
  const place = join(root, 'node_modules', '.cache', 'concord-ledger');
  mkdirSync(place, { recursive: true });
  const outfile = join(place, `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(dirname(fileURLToPath(import.meta.url)), `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile, ...parameters], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.once('exit', () => rmSync(outfile, { force: true }));
  return child;
}

/** The lines that a process prints, as they come; a line that was cut off by its end is left out. */
export async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of child.stdout!) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Ends a process the hard way and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
