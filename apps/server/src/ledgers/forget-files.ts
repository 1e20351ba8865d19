import type { SealedBatch } from '@concord/ledger';
import { redacted } from '@concord/programme';
import type { FileStore } from '../files/file-store.ts';
import type { Loaded } from './loaded.ts';

/** Removes the files that only erased entries named, evidence and publications alike. */
export async function forgetFiles(
  files: FileStore,
  { organisation, programme }: Loaded,
  erased: readonly { data: object }[],
): Promise<void> {
  const named = new Set(filesNamed(programme));
  const hashes = erased.flatMap(({ data }) => Object.values(data).flatMap(hashIn));
  for (const hash of hashes) if (!named.has(hash)) await files.of(organisation).remove(hash);
}

/** The hash of every file that something in the programme names. */
function* filesNamed({ controls, governance }: Loaded['programme']): Iterable<string> {
  for (const { file } of controls.evidence.values()) if (file) yield file.hash;
  for (const { file, view } of governance.publications.values())
    for (const each of [file, view]) if (each) yield each.hash;
  for (const { file, earlierFiles = [] } of governance.documents.values())
    yield* file ? [file.hash, ...earlierFiles] : earlierFiles;
}

/** What was erased may be a file: then it has a hash. */
function hashIn(value: unknown): string[] {
  const { hash } = (typeof value === 'object' && value !== null ? value : {}) as { hash?: unknown };
  return typeof hash === 'string' ? [hash] : [];
}

/** What sealed batches erase: members of earlier entries. */
export function erasuresIn(sealed: readonly SealedBatch[]): { seq: number; members: readonly string[] }[] {
  return sealed
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.type === redacted.type)
    .map((fact) => ({ seq: Number(fact.record.id), members: (fact.data as { members: string[] }).members }));
}
