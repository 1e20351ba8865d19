import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LedgerStore, loadOrMakeSigningKey, sqliteStore, verifyLedger } from '@concord/ledger';
import { rows } from '@concord/operations';
import Database from 'libsql';
import { Dispatch } from '../apps/server/src/ledgers/dispatch.ts';
import { fill, programmeFacts } from './dataset.ts';
import { atLeast, atMost, type Figure, timed } from './measure.ts';

/** Durable sealed writes against a bare one-insert program; verify against the bare hash walk, in the same run. */
export async function benchLedger(facts: number): Promise<Figure[]> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  try {
    const bare = bareInserts(join(directory, 'bare.sqlite'), 2000);
    const sealed = await writes(directory, { writers: 16, each: 200, delay: 0 });
    const slow = await writes(directory, { writers: 50, each: 40, delay: 5 });
    return [
      atLeast('durable sealed writes, 16 writers', [sealed, 0.3 * bare], {
        unit: '/s',
        how: `0.3 × a bare one-insert program (${Math.round(bare)}/s)`,
      }),
      atLeast('the same with 5 ms added to every append, 50 writers', [slow, 1000], {
        unit: '/s',
        how: 'group commit',
      }),
      ...(await benchVerify(directory, facts)),
    ];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function bareInserts(path: string, count: number): number {
  const database = new Database(path);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)',
  );
  const insert = database.prepare('INSERT INTO t (text) VALUES (?)');
  const text = 'x'.repeat(500);
  const started = performance.now();
  for (let at = 0; at < count; at += 1) insert.run(text);
  const perSecond = (count * 1000) / (performance.now() - started);
  database.close();
  return perSecond;
}

async function writes(
  directory: string,
  load: { writers: number; each: number; delay: number },
): Promise<number> {
  const key = loadOrMakeSigningKey(join(directory, 'key.pem'));
  const organisation = randomUUID();
  const plain = sqliteStore(join(directory, organisation));
  await fill(plain, organisation, programmeFacts('bench', '2026-01-01', { controls: 10, claims: 10 }));
  const store = load.delay === 0 ? plain : slowed(plain, load.delay);
  const dispatch = new Dispatch({
    store,
    key,
    clock: () => new Date(),
    outdated: () => undefined,
    erased: async () => undefined,
  });
  const row = rows.find((each) => each.row.name === 'controls add');
  if (row?.kind !== 'command') throw new Error('no such row');
  const command = row.row;
  const write = async (writer: number) => {
    for (let at = 0; at < load.each; at += 1) {
      const asked = command.input.parse({
        code: `W${writer}-${at}`,
        name: 'Written by the bench',
      } as never) as Record<string, unknown>;
      const outcome = await dispatch.submit({
        organisation,
        row: command,
        asked,
        input: asked,
        actor: 'bench',
        via: 'http',
      });
      if ('refusal' in outcome) throw new Error(outcome.refusal.code);
    }
  };
  const taken = await timed(() =>
    Promise.all(Array.from({ length: load.writers }, (_, writer) => write(writer))),
  );
  await plain.close();
  return (load.writers * load.each * 1000) / taken;
}

function slowed(store: LedgerStore, milliseconds: number): LedgerStore {
  return {
    ...store,
    append: async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return store.append(...given);
    },
  };
}

async function benchVerify(directory: string, facts: number): Promise<Figure[]> {
  const organisation = randomUUID();
  const store = sqliteStore(join(directory, 'verify'));
  const controls = Math.floor(facts / 12);
  const count = await fill(
    store,
    organisation,
    programmeFacts('bench', '2026-01-01', { controls, claims: controls * 5 }),
  );
  const walked = await timed(() => bareWalk(store, organisation));
  globalThis.gc?.();
  const checked = await timed(async () => {
    const report = await verifyLedger(store, organisation, {});
    if (!report.ok || report.checked !== count) throw new Error('the bench ledger does not verify');
  });
  await store.close();
  const alone = verifiedAlone(join(directory, 'verify'), organisation);
  if (!alone.ok || alone.checked !== count) throw new Error('the bench ledger does not verify alone');
  return [
    atMost(`verify ${count.toLocaleString('en')} facts`, [checked, 3 * walked], {
      unit: 'ms',
      how: `3 × the bare hash walk over the same store (${Math.round(walked)} ms)`,
    }),
    atMost('resident while verifying', [alone.resident, 200], {
      unit: 'MB',
      how: 'at its peak, of a process that does nothing else',
    }),
  ];
}

function verifiedAlone(folder: string, organisation: string) {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'verifying.mjs');
  const told = execFileSync(process.execPath, [file, folder, organisation], { encoding: 'utf8' });
  return JSON.parse(told) as { ok: boolean; checked: number; resident: number };
}

async function bareWalk(store: LedgerStore, organisation: string): Promise<void> {
  let seal: Buffer = Buffer.alloc(32);
  for (let after = 0; ; ) {
    const entries = await store.read(organisation, after, 5000);
    for (const { text } of entries)
      seal = createHash('sha256').update('concord entry 1\n').update(seal).update(text).digest();
    if (entries.length < 5000) return;
    after += entries.length;
  }
}
