import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  json,
  line,
  makePlace,
  ofItsInside,
  oneLine,
  type Place,
  type Served,
  serve,
} from './testing/vocabulary.ts';

let place: Place;
let served: Served | undefined;
let organisation: string;
const out = (name: string) => join(place.root, name);

beforeAll(async () => {
  place = makePlace();
  ({ organisation } = await json(
    place,
    'organisations',
    'create',
    '--name',
    'Havelmark',
    '--zone',
    'Europe/Brussels',
  ));
  served = await serve(place);
  for (const framework of ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive'])
    await json(place, 'frameworks', 'adopt', framework);
  await json(
    place,
    'controls',
    'add',
    'AC-01',
    '--name',
    'Access reviews',
    '--frequency',
    'quarterly',
    '--implementation',
    'operating',
  );
});
afterAll(async () => {
  await served?.end('SIGKILL');
  place.remove();
});

/** Stops the server, so that the files may be opened, and starts it again afterwards. */
async function meanwhile(work: () => void | Promise<void>): Promise<void> {
  await served?.end('SIGTERM');
  await work();
  served = await serve(place);
}

describe('what it prints', () => {
  test.each([
    ['controls', 'list'],
    ['controls', 'show', 'AC-01'],
    ['view', 'statement-of-applicability'],
    ['why', 'iso27001-2022', 'A.5.15'],
    ['history', 'control', 'AC-01'],
    ['verify'],
    ['head'],
    ['openapi'],
    ['organisations', 'list'],
  ])('with --json is one JSON document and nothing else: %s %s', async (...argv) => {
    const { code, stdout, stderr } = await line(place, [
      '--json',
      ...argv.filter((word) => word !== undefined),
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(typeof JSON.parse(stdout)).toBe('object');
    expect(stdout.trimEnd()).not.toContain('\n');
  });

  test('for a refusal is one line on standard error, or with --json the problem itself; exit 1', async () => {
    const plain = await line(place, ['controls', 'show', 'NO-99']);
    expect([plain.code, plain.stdout]).toEqual([1, '']);
    expect(plain.stderr).toMatch(oneLine);
    const asJson = await line(place, ['--json', 'controls', 'show', 'NO-99']);
    expect([asJson.code, asJson.stdout]).toEqual([1, '']);
    expect(JSON.parse(asJson.stderr)).toMatchObject({
      status: 404,
      code: 'control.unknown',
      type: 'urn:concord:refusal:control.unknown',
    });
  });

  test('names the member that is at fault', async () => {
    const { code, stderr } = await line(place, [
      'controls',
      'add',
      'AC-02',
      '--name',
      'x',
      '--effective',
      '2026-02-30',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/effective.*not a day of the calendar/);
  });

  test.each([
    [['nonsense'], /no command “nonsense”/],
    [['--foo'], /no option --foo/],
    [['contols', 'list'], /Did you mean `controls list`\?/],
    [['report', 'statement'], /report is one of .*Did you mean `statement-of-applicability`\?/],
    [['controls', 'list', '--limit', 'many'], /limit: .*is no whole number/],
    [['files', 'add', '/does/not/exist'], /cannot be read: there is no such file/],
    [['verify', '--head', '/does/not/exist'], /cannot be read: there is no such file/],
    [['controls', 'list', '--out', '/does/not/exist'], /cannot be written: there is no folder \/does\/not/],
  ])('for a line that is wrong says what is: %j', async (argv, why) => {
    const told = await line(place, argv);
    expect([told.code, told.stdout]).toEqual([1, '']);
    expect(told.stderr).toMatch(oneLine);
    expect(told.stderr).toMatch(why);
    const asJson = await line(place, ['--json', ...argv]);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.stderr).detail).toMatch(why);
  });

  test('when no server answers is exit 3', async () => {
    const told = await line(place, ['--server', 'http://127.0.0.1:1', '--key', 'x', 'organisations', 'list']);
    expect([told.code, told.stdout]).toEqual([3, '']);
    expect(told.stderr).toMatch(/server at http:\/\/127\.0\.0\.1:1 does not answer/);
    expect(told.stderr).not.toMatch(ofItsInside);
  });

  test('for a wrong token is exit 1, and for the right one is the answer', async () => {
    const { base, token } = served as Served;
    expect((await line(place, ['--server', base, '--key', 'wrong', 'organisations', 'list'])).code).toBe(1);
    const right = await line(place, [
      '--json',
      '--server',
      `${base}/`,
      '--key',
      token,
      'organisations',
      'list',
    ]);
    expect(JSON.parse(right.stdout).rows).toHaveLength(1);
  });

  test('when nobody reads on is cut off quietly', () => {
    const script = `node ${JSON.stringify(join(import.meta.dirname, '..', 'concord.mjs'))} openapi | head -c 10; echo; echo \${PIPESTATUS[0]}`;
    const printed = execFileSync('bash', ['-c', script], {
      env: place.env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(printed.trim().split('\n')).toEqual(['{"openapi"', '0']);
  });
});

test('a change with an Idempotency-Key is carried out once, however often the line is run', async () => {
  const change = [
    'controls',
    'set',
    'AC-01',
    '--statement',
    'Every quarter',
    '--idempotency-key',
    'set-once',
  ];
  const first = await json(place, ...change);
  expect(await json(place, ...change)).toEqual(first);
  await json(place, 'controls', 'set', 'AC-01', '--statement', 'Every month');
  expect(await json(place, ...change)).toEqual(first);
  expect((await json(place, 'controls', 'show', 'AC-01')).statement).toBe('Every month');
});

test('a change with --if-match is refused when somebody else was first', async () => {
  const { revision } = await json(place, 'controls', 'show', 'AC-01');
  await json(
    place,
    'controls',
    'set',
    'AC-01',
    '--name',
    'Reviews of access',
    '--if-match',
    String(revision),
  );
  const late = await line(place, [
    'controls',
    'set',
    'AC-01',
    '--name',
    'Mine',
    '--if-match',
    String(revision),
  ]);
  expect(late.code).toBe(1);
  expect(late.stderr).toMatch(/Administrator changed name since you read it/);
});

test('a file goes in by its path and comes out as it was', async () => {
  const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7) % 256));
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), noise]);
  writeFileSync(out('log.bin'), bytes);
  const { id } = await json(
    place,
    'evidence',
    'add',
    '--control',
    'AC-01',
    '--outcome',
    'works',
    '--title',
    'Log',
    '--file',
    out('log.bin'),
  );
  const fetched = await line(place, ['evidence', 'file', id, '--out', out('fetched.bin')]);
  expect(fetched.code).toBe(0);
  expect(readFileSync(out('fetched.bin')).equals(bytes)).toBe(true);
});

describe('a report', () => {
  const starts: Readonly<Record<string, RegExp>> = {
    json: /^\s*\{/,
    csv: /^(\xef\xbb\xbf)?Control,/,
    html: /^<!doctype html>/i,
    pdf: /^%PDF-/,
  };

  test.each(Object.keys(starts))(
    'as %s goes to a file and to standard output, and is the same',
    async (format) => {
      const report = ['report', 'statement-of-applicability', '--format', format];
      const toFile = await line(place, [...report, '--out', out(`soa.${format}`)]);
      expect([toFile.code, toFile.stdout]).toEqual([0, '']);
      const written = readFileSync(out(`soa.${format}`), 'latin1');
      expect(written).toMatch(starts[format] as RegExp);
      const toOut = await line(place, report);
      expect(toOut.code).toBe(0);
      if (format !== 'pdf') expect(toOut.stdout).toBe(readFileSync(out(`soa.${format}`), 'utf8'));
      else expect(toOut.stdout).toMatch(/^%PDF-/);
    },
  );

  test('in another format, or of another name, is refused with what there is', async () => {
    const format = await line(place, ['report', 'statement-of-applicability', '--format', 'docm']);
    expect([format.code, format.stdout]).toEqual([1, '']);
    expect(format.stderr).toMatch(/format.*pdf.*docx.*xlsx.*csv.*html.*json/);
    expect((await line(place, ['report', 'nothing'])).code).toBe(1);
  });
});

describe('verify', () => {
  const ledger = () => join(place.data, 'organisations', `${organisation}.sqlite`);
  function tamper(...statements: string[]): void {
    const database = new Database(ledger());
    for (const statement of statements) database.exec(statement);
    database.close();
  }

  test('against a signed head and key finds what was cut off, and exits 2', async () => {
    await json(place, 'head', '--out', out('head.json')).catch(() => undefined);
    expect((await line(place, ['head', '--out', out('head.json')])).code).toBe(0);
    expect((await line(place, ['public-key', '--out', out('key.pem')])).code).toBe(0);
    expect(readFileSync(out('key.pem'), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    const verify = ['verify', '--head', out('head.json'), '--public-key', out('key.pem')];
    expect((await line(place, verify)).code).toBe(0);
    const { position } = JSON.parse(readFileSync(out('head.json'), 'utf8'));
    const backup: Buffer[] = [];
    await meanwhile(() => {
      backup.push(readFileSync(ledger()));
      tamper(
        `DELETE FROM entries WHERE seq > ${position - 2}`,
        `DELETE FROM batches WHERE first > ${position - 2}`,
      );
    });
    expect((await line(place, ['verify'])).code).toBe(0);
    const found = await line(place, ['--json', ...verify]);
    expect(found.code).toBe(2);
    expect(JSON.parse(found.stdout)).toMatchObject({
      ok: false,
      checked: position - 2,
      findings: [{ kind: 'ledger-truncated' }],
    });
    const told = await line(place, verify);
    expect(told.code).toBe(2);
    expect(told.stdout).toMatch(/1 finding/);
    await meanwhile(() => writeFileSync(ledger(), backup[0] as Buffer));
    expect((await line(place, verify)).code).toBe(0);
  });

  test('with the head of an organisation of which nothing is left says that its ledger is gone, and exits 2', async () => {
    const head = JSON.parse((await line(place, ['--json', 'head'])).stdout);
    const other = '00000000-0000-4000-8000-000000000000';
    writeFileSync(out('gone.json'), JSON.stringify({ ...head, organisation: other }));
    const verify = ['verify', '--head', out('gone.json')];
    for (const asked of [verify, [...verify, '--org', other]]) {
      const told = await line(place, asked);
      expect([told.code, told.stdout]).toEqual([2, '']);
      expect(told.stderr).toMatch(/organisation 00000000-.* nothing of it is here: its ledger was removed/);
    }
    const elsewhere = await line(place, [...verify, '--org', organisation]);
    expect([elsewhere.code, elsewhere.stdout]).toEqual([2, expect.stringMatching(/finding/)]);
  });

  test('with a head that is none, or of another key, says so', async () => {
    writeFileSync(out('none.json'), '{"format": "concord head 1"}');
    expect((await line(place, ['verify', '--head', out('none.json')])).code).toBe(1);
    writeFileSync(out('text.json'), 'no JSON');
    expect((await line(place, ['verify', '--head', out('text.json')])).stderr).toMatch(/is not JSON/);
    const head = JSON.parse((await line(place, ['--json', 'head'])).stdout);
    writeFileSync(out('forged.json'), JSON.stringify({ ...head, position: head.position + 5 }));
    const forged = await line(place, ['--json', 'verify', '--head', out('forged.json')]);
    expect(forged.code).toBe(2);
    expect(JSON.parse(forged.stdout).findings[0].kind).toBe('head-signature');
    writeFileSync(out('bad.pem'), 'no key');
    expect(
      (await line(place, ['verify', '--head', out('forged.json'), '--public-key', out('bad.pem')])).code,
    ).toBe(1);
  });

  test('of a changed entry names it in the shape {ok, checked, findings}, exit 2, and so does a backup; reading is exit 3', async () => {
    const backup: Buffer[] = [];
    await meanwhile(() => {
      backup.push(readFileSync(ledger()));
      tamper(
        "UPDATE entries SET text = replace(text, 'AC-01', 'AC-02') WHERE seq IN (SELECT seq FROM entries WHERE text LIKE '%ControlAdded%')",
      );
    });
    const found = await line(place, ['--json', 'verify']);
    expect(found.code).toBe(2);
    const { ok, checked, findings } = JSON.parse(found.stdout);
    expect([ok, typeof checked]).toEqual([false, 'number']);
    expect(findings).toMatchObject([{ kind: 'entry-altered', seq: 7 }]);
    const env = { CONCORD_BACKUP_PASSPHRASE: 'a passphrase for this test' };
    const copied = await line(place, ['backup', '--out', out('altered.age')], { env });
    expect([copied.code, copied.stderr]).toEqual([2, expect.stringMatching(/altered at entry 7/)]);
    expect(existsSync(out('altered.age'))).toBe(false);
    const read = await line(place, ['controls', 'list']);
    expect(read.code).toBe(3);
    expect(read.stderr).toMatch(/damaged at entry 7.*verify/);
    await meanwhile(() => writeFileSync(ledger(), backup[0] as Buffer));
  });
});

test('what is missing at an earlier position is said to be so as known then', async () => {
  const then = await line(place, ['controls', 'show', 'NEVER-1', '--known-at', '1']);
  expect([then.code, then.stderr]).toEqual([1, expect.stringContaining('as known at entry 1')]);
  const now = await line(place, ['controls', 'show', 'NEVER-1']);
  expect([now.code, now.stderr.includes('as known')]).toEqual([1, false]);
});
