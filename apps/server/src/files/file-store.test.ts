import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createOrganisation, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let organisation: string;
let inside: Ask;
const bytesType = { 'content-type': 'application/octet-stream' };

beforeAll(async () => {
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await inside('POST', '/controls', { code: 'F-1', name: 'x', frequency: 'quarterly' });
});
afterAll(async () => {
  await running.close();
  place.remove();
});

const upload = (name: string, content: unknown) =>
  inside('POST', `/files?name=${encodeURIComponent(name)}`, content, bytesType);
let pieces = 0;
async function evidenceOf(file: string): Promise<string> {
  pieces += 1;
  const body = { controls: ['F-1'], outcome: 'neutral', title: `piece ${pieces}`, file };
  const answer = await inside('POST', '/evidence', body);
  expect(answer.status).toBe(201);
  return answer.body.id;
}
const filesIn = (folder: string) =>
  readdirSync(join(place.directory, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
const keptAt = (hash: string) => join(place.directory, 'files', organisation, hash.slice(0, 2), hash);
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
/** One letter many times, that comes as they are asked for, so that the test holds none of it. */
function stream(bytes: number): { body: ReadableStream; sent: () => number } {
  const chunk = new Uint8Array(1_000_000).fill(0x61);
  let sent = 0;
  const body = new ReadableStream(
    {
      pull: (controller) => {
        if (sent >= bytes) return controller.close();
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent: () => sent };
}

describe('a file that is sent', () => {
  test('is named by its content, and the same content is the same file', async () => {
    const one = await upload('one.txt', 'same content');
    const two = await upload('two.txt', 'same content');
    expect([one.status, one.body.hash]).toEqual([200, sha256('same content')]);
    expect(two.body.hash).toBe(one.body.hash);
    expect([one.body.known, two.body.known]).toEqual([false, true]);
    await evidenceOf(one.body.hash);
    const before = filesIn('files').length;
    expect((await upload('three.txt', 'same content')).body.known).toBe(true);
    await evidenceOf(one.body.hash);
    expect(filesIn('files')).toHaveLength(before);
  });

  test('and is empty is refused, and leaves nothing behind', async () => {
    const before = filesIn('staging').length;
    for (const nothing of ['', undefined, new Uint8Array(0)]) {
      const answer = await upload('empty.txt', nothing);
      expect([answer.status, answer.body.code]).toEqual([422, 'file.empty']);
    }
    expect(filesIn('staging')).toHaveLength(before);
  });

  test('and is over 50 MB is refused, without being read to its end or kept', async () => {
    const before = filesIn('staging').length;
    const endless = stream(Number.POSITIVE_INFINITY);
    const answer = await upload('large.bin', endless.body);
    expect([answer.status, answer.body.code]).toEqual([413, 'file.too-large']);
    expect(endless.sent()).toBeLessThan(160_000_000);
    expect(filesIn('staging')).toHaveLength(before);
  });

  test('and is just 50 MB is taken, in bounded memory', async () => {
    const { arrayBuffers } = process.memoryUsage();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - arrayBuffers);
    }, 5);
    const answer = await upload('just.bin', stream(50_000_000).body);
    clearInterval(watch);
    expect([answer.status, answer.body.size]).toEqual([200, 50_000_000]);
    expect(most).toBeLessThan(30_000_000);
  });

  test('and breaks off is not kept', async () => {
    const before = filesIn('staging').length;
    const broken = new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(1000));
        controller.error(new Error('gone'));
      },
    });
    const answer = await upload('broken.bin', broken).catch(() => undefined);
    expect(answer?.status ?? 500).toBeGreaterThanOrEqual(400);
    expect(filesIn('staging')).toHaveLength(before);
  });

  test.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'application/octet-stream; x=1',
  ])('as %s is refused', async (type) => {
    const answer = await inside('POST', '/files?name=x', 'content', { 'content-type': type });
    expect([answer.status, answer.body.code]).toEqual([415, 'body.type']);
  });

  test('without a name is refused', async () => {
    const answer = await inside('POST', '/files', 'content', bytesType);
    expect([answer.status, answer.body.path]).toEqual([400, 'name']);
  });

  test.each([
    ['../../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/absolute/path.txt', 'path.txt'],
    ['..', 'file'],
    ['   ', 'file'],
    ['.htaccess', 'htaccess'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['console.txt', 'console.txt'],
    ['invoice\u202egpj.log', 'invoicegpj.log'],
    ['report.txt::$DATA', 'report.txt$DATA'],
    ['CONIN$', '_CONIN$'],
    ['COM¹.txt', '_COM¹.txt'],
    ['aux .txt', '_aux .txt'],
    ['trailing.txt. . ', 'trailing.txt'],
    ['zero\u200bwidth.txt', 'zerowidth.txt'],
    ['new\r\nline\u2028.txt', 'newline.txt'],
    ['nul\0byte.txt', 'nulbyte.txt'],
    ['quo"te<b>.txt', 'quoteb.txt'],
    ['Prüfbericht März.txt', 'Prüfbericht März.txt'],
    ['报告.txt', '报告.txt'],
    [`${'😀'.repeat(300)}.txt`, `${'😀'.repeat(196)}.txt`],
    [`${'long'.repeat(200)}.txt`, `${'long'.repeat(49)}.txt`],
  ])('and is called %j is kept as %j', async (name, kept) => {
    expect((await upload(name, `content of ${encodeURIComponent(name)}`)).body.name).toBe(kept);
  });

  test('has the type of its content, and not of what its name or its sender says', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect((await upload('x', png)).body.mediaType).toBe('image/png');
    expect((await upload('x.dat', '%PDF-1.7 and so on')).body.mediaType).toBe('application/pdf');
  });

  test.each([
    ['x.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file.kind'],
    ['x.txt', Buffer.from([0, 1, 2, 255]), 'file.kind'],
    ['x.pdf', '<html><script>alert(1)</script>', 'file.kind'],
    ['x.pdf', 'plain text', 'file.other-kind'],
    ['report.pdf.exe', 'plain text', 'file.runs'],
    ['invoice\u202egpj.exe', 'plain text', 'file.runs'],
    ['log.txt:run.bat', 'plain text', 'file.runs'],
    ['run.ps1. . ', 'plain text', 'file.runs'],
  ])(
    'and is called %j but is not as it should be is refused in words, and leaves nothing',
    async (name, content, code) => {
      const before = filesIn('staging').length;
      const answer = await upload(name, content);
      expect([answer.status, answer.body.code]).toEqual([415, code]);
      expect(answer.body.detail).toMatch(/Nothing was kept\.$/);
      expect(filesIn('staging')).toHaveLength(before);
    },
  );

  test('and is not recorded within a day is swept, what is recorded stays', async () => {
    const recorded = await sendFile(inside, 'a.txt', 'recorded in time');
    const evidence = await evidenceOf(recorded);
    const forgotten = await sendFile(inside, 'b.txt', 'never recorded');
    await running.server.files.sweep(Date.now() + 23 * 3_600_000);
    expect(filesIn('staging').length).toBeGreaterThan(0);
    await running.server.files.sweep(Date.now() + 25 * 3_600_000);
    expect(filesIn('staging')).toHaveLength(0);
    expect((await inside('GET', `/evidence/${evidence}/file`)).text).toBe('recorded in time');
    const late = await inside('POST', '/evidence', {
      controls: ['F-1'],
      outcome: 'neutral',
      title: 'x',
      file: forgotten,
    });
    expect([late.status, late.body.code, late.body.path]).toEqual([422, 'file.unknown', 'file']);
  });
});

describe('evidence', () => {
  test('that names a file which was never sent is refused', async () => {
    const answer = await inside('POST', '/evidence', {
      controls: ['F-1'],
      outcome: 'works',
      title: 'x',
      file: 'a'.repeat(64),
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'file.unknown']);
  });

  test.each(['../../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), ''])(
    'that names the file %j is malformed',
    async (file) => {
      const answer = await inside('POST', '/evidence', {
        controls: ['F-1'],
        outcome: 'works',
        title: 'x',
        file,
      });
      expect([answer.status, answer.body.path]).toEqual([400, 'file']);
    },
  );

  test('cannot name a file that was sent to another organisation', async () => {
    const other = within(running.ask, await createOrganisation(running.ask, 'Another'));
    await other('POST', '/controls', { code: 'O-1', name: 'x', frequency: 'quarterly' });
    const theirs = await sendFile(inside, 'secret.txt', 'a canary of the first organisation');
    const answer = await other('POST', '/evidence', {
      controls: ['O-1'],
      outcome: 'works',
      title: 'x',
      file: theirs,
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'file.unknown']);
  });
});

describe('a file that is fetched', () => {
  test('is handed on to be saved, never to be opened here', async () => {
    const evidence = await evidenceOf(await sendFile(inside, 'page.txt', 'x <script>alert(1)</script>'));
    const answer = await inside('GET', `/evidence/${evidence}/file`);
    expect(answer.text).toBe('x <script>alert(1)</script>');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="page\.txt"/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe('sandbox');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-length')).toBe('27');
    expect(answer.headers.get('content-type')).toBe('text/plain');
  });

  test('has a name that ends no header early and is read back as it was', async () => {
    const name = "it's (50%) für 报告;a=b,c*.txt";
    const evidence = await evidenceOf(await sendFile(inside, name, 'odd name'));
    const header =
      (await inside('GET', `/evidence/${evidence}/file`)).headers.get('content-disposition') ?? '';
    const [, plain, encoded] =
      /^attachment; filename="([^"]*)"; filename\*=UTF-8''([A-Za-z0-9%._~!#$&+^`|-]+)$/.exec(header) ?? [];
    expect(plain).toMatch(/^[\x20-\x7e]+$/);
    expect(decodeURIComponent(encoded ?? '')).toBe(name.replace('*', ''));
  });

  test('and was swapped on the disk is not sent, and verify names it', async () => {
    const hash = await sendFile(inside, 'swap.txt', 'before');
    const evidence = await evidenceOf(hash);
    writeFileSync(keptAt(hash), 'afterX');
    const answer = await inside('GET', `/evidence/${evidence}/file`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'application/problem+json']);
    expect(answer.body.detail).toContain('swap.txt');
    const { ok, findings } = (await inside('POST', '/ledger/verification', {})).body;
    expect([ok, findings]).toMatchObject([false, [{ kind: 'file-altered', file: hash }]]);
    writeFileSync(keptAt(hash), 'before');
    expect((await inside('POST', '/ledger/verification', {})).body).toMatchObject({ ok: true, findings: [] });
  });

  test('and was removed from the disk is missed', async () => {
    const hash = await sendFile(inside, 'gone.txt', 'gone');
    const evidence = await evidenceOf(hash);
    rmSync(keptAt(hash));
    expect((await inside('GET', `/evidence/${evidence}/file`)).status).toBe(502);
    const { findings } = (await inside('POST', '/ledger/verification', {})).body;
    expect(findings).toMatchObject([{ kind: 'file-missing', file: hash }]);
  });
});
