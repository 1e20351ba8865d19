#!/usr/bin/env node
// Brings the command line and the server together; the two apps do not import each other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`concord: Node ${process.versions.node} is too old; version 20.19 or newer is needed.`);
  process.exit(3);
}

const { buildOnce, dist, isBuilt } = await import('./build.mjs');
if (!isBuilt()) {
  console.error('concord: building from source, a few seconds …');
  await buildOnce();
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { env } = process;
const settings = (data) => ({
  directory: data ?? env.CONCORD_DATA ?? join(root, 'data'),
  databaseUrl: env.DATABASE_URL || undefined,
  pressFile: join(dist, 'press-process.mjs'),
  readThreadFile: join(dist, 'read-thread.mjs'),
  writeThreadFile: join(dist, 'write-thread.mjs'),
  longThreadFile: join(dist, 'long-thread.mjs'),
  exportThreadFile: join(dist, 'export-thread.mjs'),
  env,
  version,
});
const server = () => import('./dist/server.mjs');
const { run } = await import('./dist/cli.mjs');

process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 3));
process.exitCode = await run(
  process.argv.slice(2),
  {
    version,
    env,
    open: async (data, place) => (await server()).openInProcess(settings(data), place),
    serve: async (data) =>
      (await server()).serve({
        ...settings(data),
        webDirectory: join(dist, 'web'),
        host: env.HOST || '127.0.0.1',
        port: Number(env.PORT || 8080),
      }),
    restore: async (data, asked) => (await server()).restoreBackup(settings(data), asked),
    drill: async (asked) => (await server()).drillBackup(asked),
  },
  {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    drained: () =>
      new Promise((resolve) =>
        process.stdout.writableNeedDrain ? process.stdout.once('drain', resolve) : resolve(),
      ),
    isTerminal: process.stdout.isTTY === true,
    showsErrors: process.stderr.isTTY === true,
  },
);
