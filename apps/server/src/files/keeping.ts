import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** All or none: what was kept before one could not be is taken away again, unless it was there before. */
export async function keepAll(
  files: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const added: string[] = [];
  try {
    for (const { from, to } of files) if (await keepFile(from, to)) added.push(to);
  } catch (error) {
    for (const path of added) await rm(path, { force: true });
    throw error;
  }
}

/** Keeps a file durably under the name of its content; answers whether it was not there before. */
export async function keepFile(from: string, to: string): Promise<boolean> {
  let isNew = true;
  const folder = join(to, '..');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    isNew = false;
    await mendKept(from, to);
  }
  for (const each of [folder, join(folder, '..'), join(folder, '..', '..')]) await syncFolder(each);
  return isNew;
}

/** The same content is the same file; one that has rotted is replaced by what was sent again. */
async function mendKept(from: string, to: string): Promise<void> {
  if ((await hashOf(to)) === basename(to)) return;
  const draft = `${to}.${randomUUID()}.part`;
  await link(from, draft);
  await rename(draft, to);
}

/** A name in a folder is durable once the folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** SHA-256 of what lies there, in hex; undefined where nothing does. */
export async function hashOf(path: string): Promise<string | undefined> {
  if (!(await exists(path))) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Whether something lies there. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
