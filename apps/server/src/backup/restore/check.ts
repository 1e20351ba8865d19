import type { KeyObject } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Finding,
  isHeadSignedBy,
  type LedgerStore,
  readPublicKey,
  readSignedHead,
  type SignedHead,
  verifyLedger,
} from '@concord/ledger';
import type { FileStore } from '../../files/file-store.ts';
import { syncFolder } from '../../files/keeping.ts';
import { BackupFault } from '../form/fault.ts';
import type { BackedUp, Manifest } from '../form/manifest.ts';

/** Something that left the machine earlier, which what is restored has to agree with. */
export interface HeldAgainst {
  readonly head: SignedHead;
  readonly publicKey: KeyObject;
}

export interface Checking {
  readonly store: LedgerStore;
  readonly files: FileStore;
  /** The folder of the data directory in which those files lie. */
  readonly filesFolder: string;
  readonly manifest: Manifest;
  readonly against?: HeldAgainst | undefined;
}

/** What was found of one organisation. */
export interface Checked {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly seal: string;
  readonly entries: number;
  readonly redacted: number;
  readonly files: number;
  /** Files that were gone or altered already when the backup was made. */
  readonly lost: readonly string[];
}

/** Reads a signed head and the key it is to be checked with. Throws `BackupFault` when they are not that. */
export function readHeldAgainst(head: string, publicKey: string): HeldAgainst {
  try {
    return { head: readSignedHead(head), publicKey: readPublicKey(publicKey) };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new BackupFault(1, 'backup.head', { params: { problem }, cause });
  }
}

/**
 * Verifies everything that was loaded: every seal, batch, value and file, and that each ledger ends where the backup
 * says it ended; takes away the files that no entry names any more. Throws `BackupFault` with the first finding.
 */
export async function checkLoaded(checking: Checking): Promise<readonly Checked[]> {
  const { store, manifest, against } = checking;
  const of = against?.head.organisation;
  if (of !== undefined && !manifest.organisations.some(({ id }) => id === of))
    throw new BackupFault(2, 'backup.head-absent', { params: { organisation: of } });
  const loaded = await store.organisations();
  const wanted = manifest.organisations.map(({ id }) => id);
  if ([...loaded].sort().join() !== [...wanted].sort().join()) throw new BackupFault(2, 'backup.not-whole');
  const checked: Checked[] = [];
  for (const each of manifest.organisations)
    checked.push(await checkOne(each, { ...checking, against: of === each.id ? against : undefined }));
  return checked;
}

async function checkOne(
  { id, name, position, seal, head, lost }: BackedUp,
  { store, files, filesFolder, manifest, against }: Checking,
): Promise<Checked> {
  const named = new Set<string>();
  const kept = files.of(id);
  const check = async (hash: string) => {
    named.add(hash);
    return kept.check(hash);
  };
  const report = await verifyLedger(store, id, { ...against, files: { check } });
  const known = new Set(lost.map(({ hash }) => hash));
  const gone = report.findings.filter((finding) => isKnown(finding, known));
  const first = report.findings.find((finding) => !isKnown(finding, known));
  if (first)
    throw new BackupFault(2, 'backup.does-not-verify', {
      params: { organisation: name || id, problem: first.message },
    });
  const isSame = report.tail.position === position && report.tail.seal === seal;
  const isSigned =
    head.position === position &&
    head.seal === seal &&
    head.organisation === id &&
    isSignedIn(manifest, head);
  if (!isSame || !isSigned)
    throw new BackupFault(2, 'backup.other-head', { params: { organisation: name || id, position } });
  await dropUnnamed(join(filesFolder, id), named);
  const { checked: entries, redacted } = report;
  const missing = gone.flatMap(({ file }) => file ?? []);
  return { id, name, position, seal, entries, redacted, files: named.size - missing.length, lost: missing };
}

/** What was erased while the backup was being made may have been read before: it is not to come back. */
async function dropUnnamed(folder: string, named: ReadonlySet<string>): Promise<void> {
  for (const start of await readdir(folder).catch(noneThere)) {
    const unnamed = (await readdir(join(folder, start))).filter((hash) => !named.has(hash));
    for (const hash of unnamed) await rm(join(folder, start, hash));
    if (unnamed.length > 0) await syncFolder(join(folder, start));
  }
}

function noneThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function isKnown({ kind, file }: Finding, known: ReadonlySet<string>): boolean {
  return (kind === 'file-missing' || kind === 'file-altered') && known.has(file ?? '');
}

function isSignedIn({ publicKey }: Manifest, head: SignedHead): boolean {
  try {
    return isHeadSignedBy(head, readPublicKey(publicKey));
  } catch {
    return false;
  }
}
