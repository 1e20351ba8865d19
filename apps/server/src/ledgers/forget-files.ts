import type { FileStore } from '../files/file-store.ts';
import type { Loaded } from './loaded.ts';

/** Removes the files that only erased entries named. */
export async function forgetFiles(
  files: FileStore,
  { organisation, programme }: Loaded,
  erased: readonly { data: object }[],
): Promise<void> {
  const named = new Set(programme.controls.evidence.valueSeq().map((piece) => piece.file?.hash));
  for (const { data } of erased) {
    const hash = (data as { file?: { hash?: string } }).file?.hash;
    if (hash !== undefined && !named.has(hash)) await files.of(organisation).remove(hash);
  }
}
