import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, emptyTail, sqliteStore } from '@concord/ledger';
import { makePlace, type Place } from './server.ts';

/** A data directory that only ever knew the first entries of a ledger, and the same people; nobody holds either. */
export async function directoryOfFirst(place: Place, organisation: string, count: number): Promise<Place> {
  const fresh = makePlace();
  mkdirSync(fresh.directory, { recursive: true });
  const source = sqliteStore(join(place.directory, 'organisations'));
  const entries = await source.read(organisation, 0, count);
  const batches = await source.batches(organisation, 0, count);
  await source.close();
  const within = batches.filter(({ first }) => first <= count);
  const store = sqliteStore(join(fresh.directory, 'organisations'));
  const cut = within.map((batch) => ({ ...batch, last: Math.min(batch.last, count) }));
  const append = { entries: entries as Entry[], batches: cut, erase: [] };
  const outcome = await store.append(organisation, emptyTail, append);
  if (outcome !== 'appended') throw new Error(`the first ${count} entries were ${outcome}`);
  await store.close();
  for (const name of readdirSync(place.directory).filter((each) => each.startsWith('identity.sqlite')))
    copyFileSync(join(place.directory, name), join(fresh.directory, name));
  return { ...fresh, env: place.env };
}
