import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildPressFile } from '@concord/reports/testing';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExportThread } from '../../testing/export-thread.ts';
import { createOrganisation, fillProgramme, sendFile, within } from '../../testing/programme.ts';
import { type Ask, host, makePlace, type RunningServer, startServer, token } from '../../testing/server.ts';

const place = makePlace();
const folder = mkdtempSync(join(tmpdir(), 'concord-pack-test-'));
let running: RunningServer;
let organisation: string;
let inside: Ask;
let whole: Buffer;

beforeAll(async () => {
  const { threadFile } = await buildExportThread('pack');
  running = await startServer(place, {
    pressFile: await buildPressFile('pack'),
    exportThreadFile: threadFile,
  });
  organisation = await createOrganisation(running.ask, '*Evil* <b>name</b> # x');
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
  const file = await sendFile(inside, '../../etc/päss wd.TXT', 'A review.');
  const piece = { controls: ['AC-01'], outcome: 'neutral', title: 'A | review', file };
  await inside('POST', '/evidence', piece);
  whole = await pack();
});
afterAll(async () => {
  await running.close();
  place.remove();
  rmSync(folder, { recursive: true });
});

async function pack(query = '', of = organisation): Promise<Buffer> {
  const address = `http://${host}/api/v1/organisations/${of}/exports/pack?${query}`;
  const response = await running.app.fetch(
    new Request(address, { headers: { host, authorization: `Bearer ${token}` } }),
  );
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await response.arrayBuffer());
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const textIn = (files: Readonly<Record<string, Uint8Array>>, name: string) =>
  new TextDecoder().decode(files[name]);

function unpacked(bytes: Uint8Array, name: string): string {
  const into = join(folder, name);
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), content);
  }
  return into;
}

/** The commands of VERIFY.md, word for word. */
function commandsIn(guide: string): string[] {
  return [...guide.matchAll(/^ {4}((?:sha256sum|openssl|\{) .*)$/gm)].map(([, command = '']) => command);
}

const inFolder = (cwd: string, command: string) =>
  spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });

describe('an export pack', () => {
  test.each([
    ['pack?evidence=false', 'pack-at-\\d+-2026-03-16\\.zip'],
    ['tables', 'tables-at-\\d+-2026-03-16\\.zip'],
    ['controls?format=xlsx', 'controls-2026-03-16\\.xlsx'],
  ])(
    'is, as %s, called by whose it is, what and of which day, whatever the name holds',
    async (path, name) => {
      const { status, headers } = await inside('GET', `/exports/${path}`);
      const called = expect.stringMatching(`filename="evil-b-name-b-x-${name}"`);
      expect([status, headers.get('content-disposition')]).toEqual([200, called]);
    },
  );

  test('holds what it says: reports, views and files by hash, each once in the list of hashes', async () => {
    const files = unzipSync(whole);
    const manifest = JSON.parse(textIn(files, 'manifest.json'));
    expect(manifest).toMatchObject({ concord: 'pack 1', organisation: { id: organisation } });
    const sums = textIn(files, 'SHA256SUMS').trimEnd().split('\n');
    const listed = sums.map((line) => line.slice(66));
    const apart = ['SHA256SUMS', 'SHA256SUMS.sig'];
    expect([...listed, ...apart].sort()).toEqual(Object.keys(files).sort());
    for (const line of sums) expect(sha256(files[line.slice(66)]!)).toBe(line.slice(0, 64));
    expect(listed).toEqual(expect.arrayContaining(['reports/statement-of-applicability.pdf', 'VERIFY.md']));
    const path = `files/${sha256(Buffer.from('A review.'))}.txt`;
    expect(listed).toContain(path);
    const told = manifest.files.find((file: { path: string }) => file.path === path);
    expect(told.about.as).toMatchObject([{ what: 'evidence', title: 'A | review', controls: ['AC-01'] }]);
    const view = JSON.parse(textIn(files, 'views/statement-of-applicability.json'));
    expect(view).toEqual((await inside('GET', '/views/statement-of-applicability')).body);
    expect(textIn(files, 'VERIFY.md')).toContain('\\*Evil\\* \\<b\\>name\\</b\\> \\# x');
  });

  test('of who has adopted nothing says which reports could not be made, and why', async () => {
    const bare = await createOrganisation(running.ask, 'Bare');
    const files = unzipSync(await pack('', bare));
    const { leftOut } = JSON.parse(textIn(files, 'manifest.json'));
    expect(leftOut).toContainEqual({
      what: 'reports/nis2-compliance',
      why: expect.stringContaining('nis2-directive'),
    });
    expect(Object.keys(files)).toContain('reports/control-library.pdf');
  });

  test('of the same state is the same bytes, whatever was recorded later', async () => {
    const { position } = await running.server.store.tail(organisation);
    await inside('POST', '/scopes', { name: 'Later' });
    expect(sha256(await pack(`knownAt=${position}`))).toBe(sha256(whole));
  });

  test('of an earlier position without files speaks of that position, under the head of then', async () => {
    const { position } = await running.server.store.tail(organisation);
    const files = unzipSync(await pack(`knownAt=${position - 2}&evidence=false`));
    expect(textIn(files, 'head/head.txt').split('\n')[2]).toBe(String(position - 2));
    expect(Object.keys(files).filter((path) => path.startsWith('files/'))).toEqual([]);
  });

  const tools = ['sha256sum', 'openssl'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
  if (tools.length > 0) console.log(`SKIPPED checking a pack: no ${tools.join(', ')} here`);

  test.runIf(tools.length === 0)('is checked by the commands of its guide alone', async () => {
    const into = unpacked(whole, 'whole');
    const guide = execFileSync('cat', [join(into, 'VERIFY.md')], { encoding: 'utf8' });
    const commands = commandsIn(guide);
    expect(commands).toHaveLength(5);
    for (const command of commands) expect(inFolder(into, command).status, command).toBe(0);
    const fingerprint = inFolder(into, commands[4]!).stdout.slice(0, 64);
    expect((await running.ask('GET', '/api/v1/public-key')).body.fingerprint).toBe(fingerprint);
  });

  test.runIf(tools.length === 0)('to which a file was added does not pass unnoticed', async () => {
    const into = unpacked(whole, 'planted');
    const [, strays = ''] = commandsIn(textIn(unzipSync(whole), 'VERIFY.md'));
    const strangers = () => inFolder(into, strays).stdout;
    expect(strangers()).toBe('');
    writeFileSync(join(into, 'reports/planted file.pdf'), 'x');
    // A name that shows as a listed one in each of its two lines.
    mkdirSync(join(into, 'VERIFY.md\n.'));
    writeFileSync(join(into, 'VERIFY.md\n./VERIFY.md'), 'x');
    symlinkSync('/etc/hostname', join(into, 'linked'));
    expect(strangers().split('\n')).toEqual([
      'VERIFY.md?./VERIFY.md',
      'linked',
      'reports/planted file.pdf',
      '',
    ]);
    rmSync(join(into, 'views/control-library.json'));
    expect(strangers()).toContain('views/control-library.json\n');
  });

  test.runIf(tools.length === 0)('that was altered does not pass: a file, the list, the head', async () => {
    const into = unpacked(whole, 'altered');
    const [sums = '', , list = '', head = ''] = commandsIn(textIn(unzipSync(whole), 'VERIFY.md'));
    writeFileSync(join(into, 'views/statement-of-applicability.json'), '{}');
    expect(inFolder(into, sums).status).not.toBe(0);
    writeFileSync(join(into, 'SHA256SUMS'), `${'0'.repeat(64)}  VERIFY.md\n`);
    expect(inFolder(into, list).status).not.toBe(0);
    writeFileSync(join(into, 'head/head.txt'), 'concord head 1\n');
    expect(inFolder(into, head).status).not.toBe(0);
  });
});
