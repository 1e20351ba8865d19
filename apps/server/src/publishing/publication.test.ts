import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import {
  type Ask,
  host,
  makePlace,
  type Place,
  type RunningServer,
  startServer,
  token,
} from '../testing/server.ts';

const report = 'statement-of-applicability';
let place: Place;
let running: RunningServer;
let organisation: string;
let inside: Ask;

beforeEach(async () => {
  place = makePlace();
  running = await startServer(place);
  organisation = await createOrganisation(running.ask);
  inside = within((...asked) => running.ask(...asked), organisation);
  await fillProgramme(inside);
});
afterEach(async () => {
  await running.close();
  place.remove();
});

const publish = (said: object = {}) =>
  inside('POST', `/reports/${report}/publications`, { format: 'html', ...said });
const versions = async (query = '') => (await inside('GET', `/reports/${report}/publications${query}`)).body;
const download = (query: string) => inside('GET', `/reports/${report}/publications/file${query}`);
const diff = async (query = '') => (await inside('GET', `/reports/${report}/changes${query}`)).body;
const tail = () => running.server.store.tail(organisation);
const verified = async () => (await inside('POST', '/ledger/verification', {})).body;
const pathOf = (hash: string) => join(place.directory, 'files', organisation, hash.slice(0, 2), hash);
const decide = (requirement: string, said: object) =>
  inside('PUT', `/applicability/iso27001-2022/${requirement}`, said, { 'if-match': '*' });

/** Publishes for somebody who goes at a point of the making. */
async function publishUntil(point: 'set' | 'kept'): Promise<Response> {
  const gone = new AbortController();
  const { server } = running;
  const { render, files } = server;
  const leave = <T>(now: T) => {
    gone.abort();
    return now;
  };
  const of: typeof files.of = (named) => {
    const own = files.of(named);
    return { ...own, make: async (...said) => leave(await own.make(...said)) };
  };
  Object.assign(
    server,
    point === 'set'
      ? { render: (...said: Parameters<typeof render>) => render(...leave(said)) }
      : { files: { ...files, of } },
  );
  const path = `/api/v1/organisations/${organisation}/reports/${report}/publications`;
  const request = new Request(`http://${host}${path}`, {
    method: 'POST',
    headers: { host, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'html' }),
    signal: gone.signal,
  });
  const response = await running.app.fetch(request);
  Object.assign(server, { render, files });
  return response;
}

const filesKept = () => {
  const folder = join(place.directory, 'files', organisation);
  if (!existsSync(folder)) return 0;
  const all = readdirSync(folder, { recursive: true, withFileTypes: true });
  return all.filter((each) => each.isFile()).length;
};

describe('publishing', () => {
  test.each(['set', 'kept'] as const)(
    'for somebody who goes before it is recorded leaves nothing behind: %s',
    async (point) => {
      const before = [await tail(), filesKept()];
      expect((await publishUntil(point)).status).toBe(408);
      expect([await tail(), filesKept()]).toEqual(before);
      expect((await publish()).body.id).toBe(`organisation:${report}/1`);
    },
  );

  test('keeps document and view of one position, with the version and the names in them', async () => {
    const [owner] = (await inside('GET', '')).body.people;
    const applicable = { applicable: true, reasons: [{ kind: 'risk', text: 'x' }], owner: owner.id };
    await decide('A.5.15', applicable);
    const { position, seal } = await tail();
    const seen = await inside('GET', `/views/${report}`);
    const answer = await publish({ note: 'For the audit' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'publication',
      id: `organisation:${report}/1`,
      position: position + 1,
      notices: [
        `Published ${report} as version 1.`,
        expect.stringMatching(
          /^It was published with findings open \(errors: \d+, warnings: \d+\), and lists them\.$/,
        ),
      ],
    });
    const { rows, total } = await versions();
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      version: 1,
      scope: 'organisation',
      format: 'html',
      position,
      head: seal,
      on: '2026-03-16',
      note: 'For the audit',
      entry: position + 1,
      publishedBy: { name: 'Administrator' },
      drift: { changes: 0, rows: 0 },
    });
    const document = await download('');
    expect(document.text).toContain('Version 1, not approved');
    expect(document.text).toContain(seal);
    expect(document.text).toContain('<bdi>Administrator</bdi>');
    expect(document.headers.get('content-disposition')).toContain(`-${report}-version-1-2026-03-16.html"`);
    const view = await download('?part=view');
    expect(view.body).toEqual(seen.body);
    const { file, view: kept } = rows[0];
    for (const [text, { hash, size }] of [
      [document.text, file],
      [view.text, kept],
    ] as const) {
      expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
      expect(Buffer.byteLength(text)).toBe(size);
      expect(existsSync(pathOf(hash))).toBe(true);
    }
  });

  test('tells how far it is to who takes lines, and answers at the end', async () => {
    const path = `/reports/${report}/publications`;
    const answer = await inside('POST', path, { format: 'html' }, { accept: 'application/x-ndjson' });
    const lines = answer.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const document = (done: number) => ({ progress: { step: 'document', done, of: 3 } });
    expect(lines.slice(0, 1)).toEqual([document(0)]);
    expect(lines.slice(-2, -1)).toEqual([document(3)]);
    expect(lines.at(-1)).toMatchObject({ done: { id: `organisation:${report}/1`, unchanged: false } });
    const refused = await inside(
      'POST',
      '/reports/nothing/publications',
      { format: 'html' },
      { accept: 'application/x-ndjson' },
    );
    expect([refused.status, refused.body.code]).toEqual([404, 'report.unknown']);
  });

  test('leaves what was handed out as it was, whatever changes afterwards', async () => {
    await publish();
    const before = (await download('?version=1')).text;
    await inside('PATCH', '/controls/AC-01', { name: 'Renamed' }, { 'if-match': '*' });
    await publish();
    expect((await download('?version=1')).text).toBe(before);
    expect((await download('')).text).toContain('Version 2, not approved');
    expect((await versions()).rows.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    expect((await verified()).ok).toBe(true);
  });

  test('of many at once gives each version once, and leaves no file behind that no entry names', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => publish()));
    const statuses = answers.map(({ status }) => status).sort();
    const done = statuses.filter((status) => status === 201).length;
    expect(done).toBeGreaterThan(0);
    expect(statuses.slice(done).every((status) => status === 409)).toBe(true);
    const late = answers.find(({ status }) => status === 409);
    if (late) expect(late.body).toMatchObject({ code: 'publication.meanwhile' });
    const { rows } = await versions();
    expect(rows.map(({ version }: { version: number }) => version)).toEqual(
      Array.from({ length: done }, (_, at) => at + 1),
    );
    const kept = readdirSync(join(place.directory, 'files', organisation), { recursive: true });
    const files = kept.filter((name) => String(name).length > 60);
    // Beside them the one file of evidence.
    expect(files).toHaveLength(2 * done + 1);
    expect(await verified()).toMatchObject({ ok: true, findings: [] });
  });

  test('under the same key twice is once', async () => {
    const headers = { 'idempotency-key': 'once' };
    const ask = () => inside('POST', `/reports/${report}/publications`, { format: 'csv' }, headers);
    const [one, other] = [await ask(), await ask()];
    expect([one.body.id, other.body.id]).toEqual([one.body.id, one.body.id]);
    expect((await versions()).total).toBe(1);
  });

  test('is versioned for each scope', async () => {
    const site = (await inside('POST', '/scopes', { name: 'Site' })).body.id;
    await publish();
    await publish({ scope: site });
    await publish({ scope: site });
    const told = (await versions()).rows.map((row: { scope: string; version: number; drift?: object }) => [
      row.scope === site ? 'site' : row.scope,
      row.version,
      row.drift !== undefined,
    ]);
    expect(told.sort()).toEqual([
      ['organisation', 1, true],
      ['site', 1, false],
      ['site', 2, true],
    ]);
    expect((await versions(`?scope=${site}`)).total).toBe(2);
    expect((await download(`?scope=${site}`)).headers.get('content-disposition')).toContain('-version-2-');
    expect((await download(`?scope=${site}&part=view`)).body.scope).toMatchObject({ id: site });
  });

  test.each([
    ['a report that is not there', 'nonsense', {}, 404, 'report.unknown'],
    ['a scope that is not there', report, { scope: 'nowhere' }, 422, 'scope.unknown'],
    ['a format that is none', report, { format: 'odt' }, 400, 'input.malformed'],
    ['an empty note', report, { note: ' ' }, 400, 'input.malformed'],
  ])('of %s is refused, and nothing is kept', async (_, name, said, status, code) => {
    const before = await tail();
    const answer = await inside('POST', `/reports/${name}/publications`, { format: 'html', ...said });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await tail()).toEqual(before);
    const folder = join(place.directory, 'files', organisation);
    expect(readdirSync(folder, { recursive: true }).filter((each) => String(each).length > 60)).toHaveLength(
      1,
    );
  });

  test('of a framework that is not adopted is refused', async () => {
    const other = within(running.ask, await createOrganisation(running.ask, 'Another'));
    const answer = await other('POST', `/reports/${report}/publications`, { format: 'html' });
    expect([answer.status, answer.body.code]).toEqual([409, 'framework.not-adopted']);
  });
});

describe('a version', () => {
  test('that is not there, or of a report never published, is missing', async () => {
    expect((await download('')).body.code).toBe('publication.none');
    await publish();
    expect((await download('?version=2')).body).toMatchObject({
      code: 'publication.unknown',
      detail: `${report} has no version 2. There are: 1.`,
    });
    expect((await diff('?to=7')).code).toBe('publication.unknown');
    expect((await diff('?to=later')).code).toBe('input.malformed');
    expect((await inside('GET', '/reports/nonsense/publications')).body.code).toBe('report.unknown');
  });

  test('whose file was altered or lost is not served, and verify names it', async () => {
    await publish();
    const { file, view } = (await versions()).rows[0];
    writeFileSync(pathOf(file.hash), 'forged');
    expect((await download('')).status).toBe(502);
    rmSync(pathOf(view.hash));
    expect((await diff()).code).toBe('file.damaged');
    expect((await versions()).rows[0]).not.toHaveProperty('drift');
    const { ok, findings } = await verified();
    const named = findings.map(({ kind, file: hash }: { kind: string; file: string }) => `${kind} ${hash}`);
    expect([ok, named]).toEqual([false, [`file-altered ${file.hash}`, `file-missing ${view.hash}`]]);
  });

  test('can be erased, and its files go with it; erasing evidence with the same bytes takes nothing from it', async () => {
    await publish({ note: 'secret' });
    const { file, view, entry } = (await versions()).rows[0];
    const bytes = Buffer.from((await download('?part=view')).text);
    const hash = await sendFile(inside, 'same.json', bytes);
    expect(hash).toBe(view.hash);
    const piece = { controls: ['AC-01'], outcome: 'neutral', title: 'x', file: hash };
    const evidence = (await inside('POST', '/evidence', piece)).body;
    const erase = (seq: number, members: string[]) =>
      inside('POST', `/ledger/entries/${seq}/erasure`, { members, reason: 'x' });
    await erase(evidence.revision, ['file']);
    expect((await download('?part=view')).status).toBe(200);
    await erase(entry, ['note']);
    expect((await download('')).status).toBe(200);
    await erase(entry, ['file']);
    expect([existsSync(pathOf(file.hash)), existsSync(pathOf(view.hash))]).toEqual([false, true]);
    expect((await download('')).body.code).toBe('publication.erased');
    expect((await diff()).total).toBe(0);
    expect((await verified()).ok).toBe(true);
  });
});

describe('what changed', () => {
  test('reads like a change list, from version to version and to now', async () => {
    await publish();
    await decide('A.5.15', { applicable: false, exclusionReason: 'Nobody has access to anything' });
    await inside('POST', '/controls', { code: 'OWN-1', name: 'Escrow', implementation: 'operating' });
    const reasons = [{ kind: 'contract', text: 'Promised' }];
    await inside('PUT', '/necessity/OWN-1', { necessary: true, reasons });
    await publish();
    const [one, two] = (await versions()).rows;
    expect([one.drift, two.drift]).toEqual([undefined, { changes: 0, rows: 0 }]);
    const between = await diff('?from=1&to=2');
    expect(between).toMatchObject({ from: { version: 1 }, to: { version: 2 }, scope: 'organisation' });
    expect(between.total).toBe(between.rows.length);
    expect(between.sentences).toEqual([
      expect.stringMatching(
        /^A\.5\.15: is excluded now; no longer by the reason risk: accounts; why not: none → /,
      ),
      expect.stringMatching(/^OWN-1: became necessary beside Annex A; reason contract: Promised; /),
    ]);
    await decide('A.5.15', { applicable: true, reasons: [{ kind: 'law', text: 'The act' }] });
    expect((await versions()).rows[1].drift.rows).toBe(1);
    expect((await diff()).sentences).toEqual([
      expect.stringMatching(/^A\.5\.15: became applicable; reason law/),
    ]);
    expect((await diff('?from=1')).to).toMatchObject({ position: (await tail()).position });
  });

  test('between two versions is of the later one, and the same whatever was recorded since', async () => {
    await publish();
    await decide('A.5.15', { applicable: false, exclusionReason: 'Nobody has access to anything' });
    await publish();
    const [, later] = (await versions()).rows;
    const bytesOf = async () =>
      (await inside('GET', `/reports/${report}/changes?from=1&to=2&format=html`)).text;
    const first = await bytesOf();
    expect(first).toContain(later.head);
    await decide('A.5.15', { applicable: true, reasons: [{ kind: 'law', text: 'The act' }] });
    await inside('PATCH', '', { name: 'Renamed' }, { 'if-match': '*' });
    expect(await bytesOf()).toBe(first);
    expect((await inside('GET', `/reports/${report}/changes?from=2&to=1&format=json`)).status).toBe(200);
  });

  test('is no change of language: each version is held against what it would say in its own', async () => {
    const german = (await inside('GET', `/views/${report}?language=de`)).body;
    await publish({ language: 'de' });
    expect((await download('?part=view')).body).toEqual(german);
    expect((await versions()).rows[0].drift).toEqual({ changes: 0, rows: 0 });
    await publish();
    expect((await download('?version=2&part=view')).body.rows[0].word).not.toBe(german.rows[0].word);
    expect((await diff('?from=1&to=2')).rows).toEqual([]);
    await decide('A.5.15', { applicable: false, exclusionReason: 'Nobody has access to anything' });
    const change = { row: 'A.5.15', what: 'state', after: 'Ausgeschlossen' };
    expect((await diff('?from=1&language=de')).rows).toContainEqual(expect.objectContaining(change));
    expect((await diff('?from=1&language=de')).sentences).toHaveLength(1);
  });
});

describe('what changed, as a document', () => {
  test('names both ends and every change; as JSON it stays data', async () => {
    await publish({ note: 'For the audit' });
    await decide('A.5.15', { applicable: false, exclusionReason: 'Nobody has access to anything' });
    const page = await inside('GET', `/reports/${report}/changes?format=html`);
    expect(page.headers.get('content-type')).toContain('text/html');
    for (const words of [
      'Changes: Statement of Applicability',
      'For the audit',
      'Nobody has access',
      'A.5.15',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain((await tail()).seal);
    const table = await inside('GET', `/reports/${report}/changes?format=csv`);
    expect(table.text).toContain('Applicability');
    expect((await diff('?format=json')).rows).toEqual((await diff()).rows);
  });
});

describe('the registers', () => {
  test.each(['clause-conformity', 'control-library', 'evidence-register'])(
    '%s is set, published and compared like any report',
    async (name) => {
      const table = await inside('GET', `/reports/${name}?format=csv`);
      expect([table.status, table.text.split('\r\n').length > 1]).toEqual([200, true]);
      const published = await inside('POST', `/reports/${name}/publications`, { format: 'html' });
      expect(published.status).toBe(201);
      await inside('POST', '/controls', { code: 'OWN-1', name: 'Escrow', implementation: 'operating' });
      const { body } = await inside('GET', `/reports/${name}/changes`);
      expect(body.sentences).toEqual(name === 'control-library' ? ['OWN-1: none → Escrow.'] : []);
    },
  );
});

test('an auditor downloads and does not publish; a control owner does neither', async () => {
  const { rowNamed } = await import('@concord/operations');
  const { mayDo } = await import('@concord/programme');
  const wanted = (name: string) => rowNamed(name)?.row.permission as never;
  expect(mayDo.internal_auditor.includes(wanted('reports download'))).toBe(true);
  expect(mayDo.internal_auditor.includes(wanted('reports publish'))).toBe(false);
  expect(mayDo.control_owner.includes(wanted('reports download'))).toBe(false);
  expect(mayDo.isms_manager.includes(wanted('reports publish'))).toBe(true);
});
