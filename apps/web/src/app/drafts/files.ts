import { hasRoom, readDrafts } from './drafts.ts';

/** Bytes of a file that belongs to a draft. */
interface KeptFile {
  readonly draft: string;
  readonly organisation: string;
  readonly file: File;
}

const database = 'concord.drafts';
const store = 'files';

function open(): Promise<IDBDatabase> {
  const asked = window.indexedDB.open(database, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(store, { keyPath: 'draft' });
  return answered(asked);
}

function answered<Answer>(asked: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

/** Does something with the files, all or nothing. Throws where this browser keeps none. */
async function within<Answer>(
  mode: IDBTransactionMode,
  deed: (files: IDBObjectStore) => Promise<Answer>,
): Promise<Answer> {
  const base = await open();
  try {
    const turn = base.transaction(store, mode);
    const done = new Promise<void>((resolve, reject) => {
      turn.oncomplete = () => resolve();
      turn.onabort = () => reject(turn.error);
    });
    const [answer] = await Promise.all([deed(turn.objectStore(store)), done]);
    return answer;
  } finally {
    base.close();
  }
}

/** Keeps the file of a draft, in place of the one before; false where it finds no room, or this browser keeps none. */
export async function keepFile(organisation: string, draft: string, file: File): Promise<boolean> {
  const drafts = readDrafts(organisation);
  if (!hasRoom(drafts, draft, file.size)) return false;
  const known = new Set([draft, ...drafts.map(({ id }) => id)]);
  const kept: KeptFile = { draft, organisation, file };
  try {
    await within('readwrite', async (files) => {
      const all = (await answered(files.getAll())) as KeptFile[];
      // What a page left behind that was closed too early belongs to nothing any more.
      const left = all.filter((each) => each.organisation === organisation && !known.has(each.draft));
      for (const each of left) files.delete(each.draft);
      await answered(files.put(kept));
    });
    return true;
  } catch {
    return false;
  }
}

/** The file of a draft, as long as this browser has it. */
export async function keptFile(draft: string): Promise<File | undefined> {
  try {
    const found = await within('readonly', (files) => answered(files.get(draft)));
    return (found as KeptFile | undefined)?.file;
  } catch {
    return undefined;
  }
}

/** Takes the file of a draft away. */
export async function dropFile(draft: string): Promise<void> {
  await within('readwrite', (files) => answered(files.delete(draft))).catch(() => undefined);
}

/** Takes the files of all drafts of some places away. */
export async function dropFilesIn(isGone: (place: string) => boolean): Promise<void> {
  const drop = async (files: IDBObjectStore) => {
    const all = (await answered(files.getAll())) as KeptFile[];
    for (const { draft, organisation } of all) if (isGone(organisation)) files.delete(draft);
  };
  await within('readwrite', drop).catch(() => undefined);
}

/** Takes the files of all drafts away. */
export async function dropAllFiles(): Promise<void> {
  await within('readwrite', (files) => answered(files.clear())).catch(() => undefined);
}
