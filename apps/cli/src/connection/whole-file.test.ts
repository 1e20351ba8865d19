import { execFile, execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../main.ts';
import { openWholeFile } from './whole-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-out-'));
  path = join(folder, 'out.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file that is written whole', () => {
  test('has its name once it is whole, and is for this account alone', async () => {
    writeFileSync(path, 'before', { mode: 0o644 });
    const target = await openWholeFile(path);
    await target.write(Buffer.from('one '));
    const [part = ''] = readdirSync(folder).filter((name) => name !== 'out.json');
    expect(part).toMatch(/^out\.json\.\d+\.part$/);
    expect(statSync(join(folder, part)).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).toBe('before');
    await target.write(Buffer.from('two'));
    expect(await target.keep()).toBe(path);
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['one two', 0o600]);
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  test('leaves what was there when it is dropped, also after it could not be kept', async () => {
    writeFileSync(path, 'before');
    const target = await openWholeFile(path);
    await target.write(Buffer.from('half'));
    await target.drop();
    const other = await openWholeFile(path);
    rmSync(path);
    mkdirSync(path);
    await expect(other.keep()).rejects.toThrow();
    await other.drop();
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  test('goes to where a link points, and leaves the link', async () => {
    writeFileSync(path, 'before');
    const link = join(folder, 'link');
    symlinkSync('out.json', link);
    const target = await openWholeFile(link);
    await target.write(Buffer.from('after'));
    await target.keep();
    expect([lstatSync(link).isSymbolicLink(), readFileSync(path, 'utf8')]).toEqual([true, 'after']);
  });

  test('that is there once is refused where one is, and when one has come meanwhile', async () => {
    const target = await openWholeFile(path, { isOnce: true });
    await target.write(Buffer.from('mine'));
    writeFileSync(path, 'another');
    await expect(target.keep()).rejects.toThrow('is there already');
    await target.drop();
    await expect(openWholeFile(path, { isOnce: true })).rejects.toThrow('is there already');
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['out.json'], 'another']);
    rmSync(path);
    const other = await openWholeFile(path, { isOnce: true });
    await other.write(Buffer.from('mine'));
    await other.keep();
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['out.json'], 'mine']);
  });

  test('is no file where a pipe stands: that is written to, and stays one', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const read = promisify(execFile)('cat', [pipe]);
    const target = await openWholeFile(pipe);
    await target.write(Buffer.from('through'));
    await target.keep();
    expect((await read).stdout).toBe('through');
    expect([lstatSync(pipe).isFIFO(), readdirSync(folder)]).toEqual([true, ['pipe']]);
  });

  test.each([
    ['', 'it is a folder'],
    ['none/out.json', 'there is no folder '],
  ])('in “%s” cannot be written, and it is said why', async (name, why) => {
    await expect(openWholeFile(join(folder, name))).rejects.toThrow(`cannot be written: ${why}`);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** What a line sends, with every request answered so. */
async function typed(argv: readonly string[], answer: () => Response) {
  const sent: Request[] = [];
  const open = async () => ({
    base: 'http://there',
    token: 'key',
    fetch: async (request: Request) => {
      sent.push(request);
      return request.method === 'GET' && request.url.endsWith('/organisations')
        ? Response.json({ rows: [{ id: 'o', name: 'O' }] })
        : answer();
    },
    close: async () => undefined,
  });
  const serve = () => Promise.reject(new Error('unasked'));
  const written = { out: '', error: '' };
  const code = await run(
    argv,
    { version: '1', open, serve },
    {
      out: (text) => {
        written.out += text;
      },
      error: (text) => {
        written.error += text;
      },
      isTerminal: false,
    },
  );
  return { code, ...written, sent };
}

describe('a line with --out', () => {
  test('writes for this account alone', async () => {
    const { code } = await typed(['public-key', '--out', path], () => Response.json({ pem: 'PEM\n' }));
    expect([code, readFileSync(path, 'utf8')]).toEqual([0, 'PEM\n']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('that is stopped meanwhile leaves what was there, and nothing else', async () => {
    writeFileSync(path, 'before');
    const interrupted = () => {
      const body = new ReadableStream({
        pull: (controller) => {
          controller.enqueue(Buffer.from('half'));
          controller.error(new Error('the connection broke off'));
        },
      });
      return new Response(body, { headers: { 'content-type': 'application/pdf' } });
    };
    expect((await typed(['report', 'soa', '--out', path], interrupted)).code).not.toBe(0);
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['out.json'], 'before']);
  });
});

describe('given a backup', () => {
  const bytes = Buffer.from('new').toString('base64');
  const made = { name: 'b.age', size: 3, sha256: 'ab', organisations: [], people: 1 };
  const lines = [{ file: { name: 'b.age', mediaType: 'x/y' } }, { bytes }, { done: made }];
  const answer = () =>
    new Response(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      headers: { 'content-type': 'application/x-ndjson' },
    });

  test('when a file has its name, then it is refused with the mend, and that file stays', async () => {
    const out = join(folder, 'b.age');
    for (const named of [out, folder]) {
      writeFileSync(out, 'old');
      const { code, error } = await typed(['backup', '--out', named], answer);
      expect([code, readFileSync(out, 'utf8')]).toEqual([1, 'old']);
      expect(error).toBe(
        `concord: ${out} is there already and stays as it is. Give another name with --out FILE, or --replace to put this one in its place.\n`,
      );
    }
    expect(readdirSync(folder)).toEqual(['b.age']);
  });

  test('when --replace is said, then it takes its place, and the server is told nothing of it', async () => {
    writeFileSync(path, 'old');
    const { code, sent } = await typed(['backup', '--replace', '--out', path], answer);
    expect([code, readFileSync(path, 'utf8')]).toEqual([0, 'new']);
    expect(await sent.at(-1)?.json()).toEqual({});
  });

  test('when it is a report instead, then it may be written over', async () => {
    writeFileSync(path, 'old');
    const { code } = await typed(['report', 'csf-profile', '--format', 'json', '--out', path], answer);
    expect([code, readFileSync(path, 'utf8')]).toEqual([0, 'new']);
  });
});

describe('--if-match', () => {
  test.each([
    ['*', '*'],
    ['7', '"7"'],
    ['"7"', '"7"'],
  ])('%s is sent as %s', async (given, header) => {
    const line = ['controls', 'set', 'AC-01', '--name', 'x', '--if-match', given];
    const { sent } = await typed(line, () => Response.json({ id: 'x', revision: 8, records: [] }));
    expect(sent.at(-1)?.headers.get('if-match')).toBe(header);
  });
});
