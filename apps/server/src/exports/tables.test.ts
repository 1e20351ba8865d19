import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowNamed } from '@concord/operations';
import { parse } from 'csv-parse/sync';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExportThread } from '../testing/export-thread.ts';
import { createOrganisation, fillProgramme, within } from '../testing/programme.ts';
import { type Ask, host, makePlace, type RunningServer, startServer, token } from '../testing/server.ts';

const place = makePlace();
const folder = mkdtempSync(join(tmpdir(), 'concord-tables-test-'));
let running: RunningServer;
let organisation: string;
let inside: Ask;
let early: number;

const hostile = '=HYPERLINK("http://evil.example";"x")';
const awkward = 'Zürich, "quoted"\r\nשלום 👩‍🔬';

beforeAll(async () => {
  const { threadFile } = await buildExportThread('tables');
  running = await startServer(place, { exportThreadFile: threadFile });
  organisation = await createOrganisation(running.ask);
  inside = within(running.ask, organisation);
  await fillProgramme(inside);
  early = Number((await inside('GET', '')).headers.get('concord-position'));
  await inside('POST', '/controls', { code: 'H-1', name: hostile, statement: awkward });
  await inside('POST', '/controls', { code: 'H-2', name: '-1+1', statement: "'=1" });
  await inside('POST', '/actions', {
    title: 'Review accounts',
    openedOn: '2026-01-01',
    due: '2026-02-01',
    closes: [{ kind: 'control', id: 'AC-01' }],
  });
});
afterAll(async () => {
  await running.close();
  place.remove();
  rmSync(folder, { recursive: true });
});

async function exported(query: string): Promise<Buffer> {
  const request = new Request(`http://${host}/api/v1/organisations/${organisation}/exports/tables?${query}`, {
    headers: { host, authorization: `Bearer ${token}` },
  });
  const response = await running.app.fetch(request);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

type Records = Readonly<Record<string, string>>[];

/** The archive as any tool takes it apart, and its tables as any tool reads them. */
async function csvTables(query = ''): Promise<Readonly<Record<string, Records>>> {
  const zip = join(folder, 'tables.zip');
  const into = mkdtempSync(join(folder, 'zip-'));
  writeFileSync(zip, await exported(query));
  execFileSync('unzip', ['-q', zip, '-d', into]);
  const tables = readdirSync(into).filter((name) => name.endsWith('.csv'));
  return Object.fromEntries(
    tables.map((name) => [
      name.replace('.csv', ''),
      parse(execFileSync('cat', [join(into, name)]), { columns: true }) as Records,
    ]),
  );
}

async function sqliteTables(query = ''): Promise<Readonly<Record<string, Record<string, unknown>[]>>> {
  const path = join(folder, `${Math.random()}.sqlite`);
  writeFileSync(path, await exported(`format=sqlite&${query}`));
  const database = new Database(path);
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
  }[];
  const tables = names.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()] as const);
  database.close();
  return Object.fromEntries(tables) as never;
}

describe('tables for other tools', () => {
  test('say the same as the views: controls, claims, evidence, results, decisions, actions', async () => {
    const tables = await csvTables();
    const control = (await inside('GET', '/controls/AC-01')).body;
    expect(tables.controls?.find(({ code }) => code === 'AC-01')).toMatchObject({
      id: control.id,
      name: 'Access reviews',
      implementation: 'operating',
      freshness: 'fresh',
      retired: 'false',
    });
    expect(tables.evidence).toHaveLength(1);
    expect(tables.evidence_controls).toEqual([{ evidence: tables.evidence?.[0]?.id, control: control.id }]);
    expect(tables.claims?.[0]).toMatchObject({
      framework: 'iso27001-2022',
      requirement: 'A.5.15',
      state: 'confirmed',
    });
    const view = (await inside('GET', '/views/coverage?framework=iso27001-2022')).body;
    const results = tables.requirements?.filter(({ framework }) => framework === 'iso27001-2022') ?? [];
    expect(results.map(({ requirement, result }) => [requirement, result])).toEqual(
      view.rows.map(({ id, word }: { id: string; word: string }) => [id, word]),
    );
    expect(tables.frameworks?.map(({ id }) => id)).toEqual([
      'iso27001-2022',
      'nis2-directive',
      'nist-csf-2.0',
    ]);
    expect(tables.applicability).toMatchObject([
      { requirement: 'A.5.15', applicable: 'true', reasons: 'risk: accounts' },
    ]);
    expect(tables.actions).toMatchObject([{ title: 'Review accounts', status: 'open', overdue: 'true' }]);
    expect(tables.people?.map(({ name }) => name)).toEqual(['Administrator']);
  });

  test('hold any text as it was, and nothing that a spreadsheet calculates', async () => {
    const written = (await csvTables()).controls ?? [];
    const one = written.find(({ code }) => code === 'H-1');
    expect([one?.name, one?.statement]).toEqual([`'${hostile}`, awkward]);
    for (const each of written.flatMap((row) => Object.values(row)))
      expect(each).not.toMatch(/^[=+@\t\r]|^-\D/);
    const kept = (await sqliteTables()).controls?.find(({ code }) => code === 'H-1');
    expect([kept?.name, kept?.statement]).toEqual([hostile, awkward]);
  });

  test('are the same in both forms, cell by cell', async () => {
    const csv = await csvTables();
    const { columns, ...sqlite } = await sqliteTables();
    expect(Object.keys(sqlite).sort()).toEqual(Object.keys(csv).sort());
    const plain = (value: unknown, type: unknown) =>
      value === null
        ? ''
        : type === 'boolean'
          ? String(value === 1)
          : String(value).replace(/^('*[=+\-@])/, "'$1");
    const typeOf = (table: string, name: string) =>
      columns?.find((each) => each.table === table && each.column === name)?.type;
    for (const [name, rows] of Object.entries(sqlite)) {
      const told = rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value, typeOf(name, key))])),
      );
      expect([name, told]).toEqual([name, csv[name]]);
    }
  });

  test('are documented: every column of every table, in the ZIP and in the SQLite file', async () => {
    const { columns = [], ...tables } = await sqliteTables();
    const readme = execFileSync('unzip', ['-p', join(folder, 'tables.zip'), 'README.md'], {
      encoding: 'utf8',
    });
    for (const [table, rows] of Object.entries(tables)) {
      expect(readme).toContain(`## ${table}\n`);
      for (const name of Object.keys(rows[0] ?? {})) {
        const described = columns.find((each) => each.table === table && each.column === name);
        expect([table, name, described?.meaning]).toEqual([table, name, expect.stringMatching(/\w/)]);
        expect(readme).toContain(`| ${name} | ${described?.type} | ${described?.meaning} |`);
      }
    }
  });

  test('are those of a day and a position', async () => {
    const before = await csvTables(`knownAt=${early}&on=2026-12-31`);
    expect(before.controls?.map(({ code, freshness }) => [code, freshness])).toEqual([['AC-01', 'stale']]);
    expect(before.about).toMatchObject([{ on: '2026-12-31', known_at: String(early), name: 'Havelmark' }]);
    const { head } = (await inside('GET', `?knownAt=${early}`)).body;
    expect(before.about?.[0]?.head).toBe(head);
  });

  test('are for who sees the whole programme', () => {
    expect(rowNamed('export tables')?.row.permission).toBe('programme.read');
  });
});
