import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LedgerStore, sqliteStore } from '@concord/ledger';
import { openIdentityDatabase } from '../apps/server/src/identity/database.ts';
import { openPeople } from '../apps/server/src/identity/people.ts';
import { serve } from '../apps/server/src/main.ts';
import { fill, programmeFacts, type Size } from './dataset.ts';
import { atMost, type Figure, quantile, repeat, timed } from './measure.ts';

const views = [
  'statement-of-applicability',
  'csf-profile',
  'nis2-duties',
  'coverage?framework=nis2-2024-2690',
];

interface Measured {
  readonly first: number;
  readonly fresh: number[];
  readonly again: number[];
  readonly list: number[];
}

/** One change, then every framework's view, over HTTP with one client; at a size and at ten times that. */
export async function benchViews(pressFile: string): Promise<Figure[]> {
  const small = await measureAt({ controls: 1000, claims: 5000 }, pressFile);
  const large = await measureAt({ controls: 10_000, claims: 50_000 }, pressFile);
  const growth = Math.log10(quantile(large.fresh, 0.5) / quantile(small.fresh, 0.5));
  const http = {
    unit: 'ms',
    how: '1,000 controls × 5,000 claims, HTTP, one client, one piece of evidence then four views',
  };
  return [
    atMost('change to fresh views, p50', quantile(small.fresh, 0.5), 10, http),
    atMost('change to fresh views, p95', quantile(small.fresh, 0.95), 25, http),
    atMost('growth exponent over 10 × size', growth, 0.1, {
      unit: '',
      how: 'log10 of the p50 at 10,000 × 50,000 over that at 1,000 × 5,000',
    }),
    atMost('all views again, unchanged', quantile(small.again, 0.5), 5, {
      unit: 'ms',
      how: 'four views over HTTP',
    }),
    atMost('all views, first reading', small.first, 30, {
      unit: 'ms',
      how: 'four views over HTTP, nothing remembered, 1,000 controls',
    }),
    atMost('list 10,000 controls, a page of 50, p50', quantile(large.list, 0.5), 15, {
      unit: 'ms',
      how: 'HTTP, text filter, one client',
    }),
  ];
}

async function measureAt(size: Size, pressFile: string): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const env = { CONCORD_KEY: join(directory, 'key.pem') };
  const organisation = await prepare(directory, size);
  const running = await serve({
    directory: join(directory, 'data'),
    env,
    pressFile,
    host: '127.0.0.1',
    port: 0,
    version: 'bench',
  });
  const address = new URL(running.address);
  const headers = {
    authorization: `Bearer ${address.searchParams.get('token')}`,
    'content-type': 'application/json',
  };
  const root = `${address.origin}/api/v1/organisations/${organisation}`;
  const get = async (path: string) => {
    const response = await fetch(`${root}/${path}`, { headers });
    if (!response.ok) throw new Error(await response.text());
    return response.arrayBuffer();
  };
  const readAll = async () => {
    for (const view of views) await get(`views/${view}`);
  };
  await get('controls?limit=1');
  const first = await timed(readAll);
  const again = await repeat(40, readAll);
  const fresh = await repeat(120, async (at) => {
    const code = `C-${String((at * 37) % size.controls).padStart(5, '0')}`;
    const body = JSON.stringify({
      controls: [code],
      outcome: at % 2 ? 'works' : 'fails',
      title: 'Run',
      link: `https://example.org/${at}`,
    });
    await (await fetch(`${root}/evidence`, { method: 'POST', headers, body })).arrayBuffer();
    await readAll();
  });
  const list = await repeat(60, (at) => get(`controls?limit=50&offset=${at * 50}&text=number`));
  await running.close();
  rmSync(directory, { recursive: true, force: true });
  return { first, again, fresh: fresh.slice(20), list: list.slice(10) };
}

async function prepare(directory: string, size: Size): Promise<string> {
  const data = join(directory, 'data');
  const { mkdirSync } = await import('node:fs');
  mkdirSync(data, { recursive: true });
  const database = openIdentityDatabase({ directory: data });
  const actor = await (await openPeople(database)).administrator();
  await database.destroy();
  const store: LedgerStore = sqliteStore(join(data, 'organisations'));
  const organisation = randomUUID();
  await fill(store, organisation, programmeFacts(actor, new Date().toISOString().slice(0, 10), size));
  await store.close();
  return organisation;
}
