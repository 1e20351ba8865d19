import { openEntry, StoreDamaged } from '@concord/ledger';
import { emptyProgramme, evolve, type Programme, type RecordedFact } from '@concord/programme';
import type { FileStore } from '../files/file-store.ts';
import type { KeyRing } from '../identity/keys.ts';
import type { People } from '../identity/people.ts';
import type { Dispatch } from '../ledgers/dispatch.ts';
import { readableLedger, type Shelf } from '../ledgers/loaded.ts';

export interface RemovalPlaces extends Shelf {
  readonly people: People;
  readonly keys: KeyRing;
  readonly files: FileStore;
  readonly dispatch: Dispatch;
}

/** The organisation whose first entry says that it is the demo; a name in it may have been erased. */
export async function findDemo({ store }: Shelf): Promise<{ id: string; name: string } | undefined> {
  for (const id of await store.organisations()) {
    const organisation = firstWords(await firstEntry(store, id));
    if (organisation?.demo) return { id, name: organisation.name };
  }
  return undefined;
}

/** A file that can not be read is no demo: nothing that cannot be told is removed. */
async function firstEntry(store: Shelf['store'], id: string) {
  try {
    return (await store.read(id, 0, 1))[0];
  } catch (error) {
    if (error instanceof StoreDamaged) return undefined;
    throw error;
  }
}

function firstWords(entry: Awaited<ReturnType<typeof firstEntry>>) {
  try {
    return entry && evolve(emptyProgramme, openEntry(entry) as RecordedFact).governance.organisation;
  } catch {
    return undefined;
  }
}

/**
 * Takes a whole organisation away. Its ledger goes last: until then it is found, and a removal that broke off can be
 * done again.
 */
export async function removeOrganisation(places: RemovalPlaces, organisation: string): Promise<void> {
  const { people, keys, files, store, dispatch } = places;
  await dispatch.alone(organisation, async () => {
    const { loaded } = await readableLedger(places, organisation);
    await people.remove(namesIn(loaded.programme));
    await keys.removeAll(organisation);
    await files.removeAll(organisation);
    await store.remove(organisation);
  });
}

function namesIn({ governance, controls }: Programme): string[] {
  return [...governance.people.keys(), ...controls.collectors.keys()];
}
