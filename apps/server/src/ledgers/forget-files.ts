import type { SealedBatch } from '@concord/ledger';
import { redacted } from '@concord/programme';
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

/** What sealed batches erase: members of earlier entries. */
export function erasuresIn(sealed: readonly SealedBatch[]): { seq: number; members: readonly string[] }[] {
  return sealed
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.type === redacted.type)
    .map((fact) => ({ seq: Number(fact.record.id), members: (fact.data as { members: string[] }).members }));
}
