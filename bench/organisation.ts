import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LedgerStore, sqliteStore } from '@concord/ledger';
import { openIdentityDatabase } from '../apps/server/src/identity/database.ts';
import { openPeople } from '../apps/server/src/identity/people.ts';
import { fill, programmeFacts, type Size } from './dataset.ts';
import { lightClient, start } from './program.ts';

export interface Place {
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A data directory of its own, and the settings that lead the program there; taken away afterwards. */
export async function inPlace<T>(work: (place: Place) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const env = {
    ...process.env,
    CONCORD_DATA: join(directory, 'data'),
    CONCORD_KEY: join(directory, 'key.pem'),
    PORT: '0',
  };
  try {
    return await work({ directory, env });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** An organisation of a size in the data directory, before the program starts; resolves with its id. */
export async function prepare({ directory }: Place, size: Size): Promise<string> {
  const data = join(directory, 'data');
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

export type Running = Awaited<ReturnType<typeof start>> & {
  readonly client: () => ReturnType<typeof lightClient>;
};

/** The built program on a data directory, ended afterwards. */
export async function running<T>(
  root: string,
  { env }: Place,
  work: (program: Running) => Promise<T>,
): Promise<T> {
  const program = await start(root, env);
  try {
    return await work({ ...program, client: () => lightClient(program.address) });
  } finally {
    await program.stop();
  }
}
