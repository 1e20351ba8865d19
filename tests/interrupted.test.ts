import { type ChildProcess, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { json, makePlace, type Place, start } from './testing/vocabulary.ts';

const env = { CONCORD_BACKUP_PASSPHRASE: 'a passphrase for this test' };
let place: Place;
beforeEach(() => {
  place = makePlace();
  writeFileSync(join(place.root, 'out'), 'before');
});
afterEach(() => place.remove());

/** How a run ended, and what lies where it wrote. */
async function ended(child: ChildProcess) {
  const told = { out: '', error: '' };
  child.stdout?.on('data', (chunk) => {
    told.out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    told.error += chunk;
  });
  const by = await new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  return { by, ...told, files: filesIn(place), stays: readFileSync(join(place.root, 'out'), 'utf8') };
}

const filesIn = ({ root }: Place) => readdirSync(root).filter((name) => /^out/.test(name));
const cancelled = {
  by: 3,
  out: '',
  error: 'concord: Cancelled. Nothing was kept.\n',
  files: ['out'],
  stays: 'before',
};

/** A server that names one organisation, and answers anything else as told and no further. */
function quietServer(answer: (response: ServerResponse) => void): Promise<Server> {
  const server = createServer(({ url }, response) => {
    if (!url?.endsWith('/organisations')) return answer(response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ rows: [{ id: 'o', name: 'O' }] }));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const begun = `${JSON.stringify({ file: { name: 'x', mediaType: 'application/zip' } })}\n`;
const lines: readonly (readonly [string, NodeJS.Signals])[] = [
  ['report csf-profile --format json', 'SIGINT'],
  ['export pack', 'SIGTERM'],
  ['export tables', 'SIGINT'],
  ['backup --replace', 'SIGTERM'],
];

describe('given a line that asks for a file, and an answer that is long in coming', () => {
  let server: Server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const runLine = (line: string) => {
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return start(place, [...line.split(' '), '--out', 'out', '--server', at, '--key', 'k'], { env });
  };

  test.each(lines)(
    'when %s is stopped by %s before anything has come, then it says so',
    async (line, signal) => {
      let child: ChildProcess | undefined;
      server = await quietServer(() => child?.kill(signal));
      child = runLine(line);
      expect(await ended(child)).toEqual(cancelled);
    },
  );

  test.each(lines)(
    'when %s is stopped by %s in the middle, then nothing of it stays',
    async (line, signal) => {
      server = await quietServer((response) => {
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        response.write(begun);
      });
      const child = runLine(line);
      const end = ended(child);
      await partOf(child);
      child.kill(signal);
      expect(await end).toEqual(cancelled);
    },
  );
});

/** Until the run writes beside what has the name asked for. */
async function partOf(child: ChildProcess): Promise<void> {
  while (!filesIn(place).some((name) => name.endsWith('.part'))) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} and wrote nothing.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('given a programme of two years, when its pack is stopped while it is made, then what was there stays', async () => {
  await json(place, 'demo', 'load');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = start(place, ['export', 'pack', '--out', 'out'], { env });
    const end = ended(child);
    await partOf(child);
    child.kill(signal);
    expect(await end).toEqual(cancelled);
  }
});

test('given a passphrase that is still being typed, when the backup is stopped, then it ends at once', async () => {
  const pipe = join(place.root, 'passphrase');
  execFileSync('mkfifo', [pipe]);
  const child = start(place, ['backup', '--out', 'out', '--replace', '--passphrase-file', pipe], {});
  const end = ended(child);
  // Opened as soon as somebody reads.
  const typing = await open(pipe, 'w');
  child.kill('SIGINT');
  await typing.close();
  expect(await end).toEqual({ ...cancelled, by: 'SIGINT', error: '' });
});
