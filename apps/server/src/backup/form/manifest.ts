import type { SignedHead } from '@concord/ledger';
import { z } from 'zod';
import { BackupFault } from './fault.ts';

/** What stands first in a backup, so that a newer form is known before anything is read of it. */
export interface Opening {
  readonly format: 'concord backup';
  /** Raised when an older program could not restore what is in here. */
  readonly form: number;
  /** The program that made it. */
  readonly program: string;
  /** Instant, UTC. */
  readonly madeAt: string;
  /** Whether some organisations were left out. */
  readonly partial: boolean;
  /** Entries that there were at the start, to tell how far one is. */
  readonly entries: number;
}

/** One organisation, as it stood at `position`. */
export interface BackedUp {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly seal: string;
  readonly head: SignedHead;
  readonly files: number;
  /** Files that the ledger names and that were gone or altered already. */
  readonly lost: readonly { readonly hash: string; readonly state: 'missing' | 'altered' }[];
}

/** What stands last: without it a backup is not whole. */
export interface Manifest {
  readonly organisations: readonly BackedUp[];
  readonly people: number;
  readonly keys: number;
  readonly files: number;
  /** Bytes of all files in here, before encryption. */
  readonly bytes: number;
  /** Lists of the SHA-256 of everything before them, each with its own. */
  readonly sums: readonly { readonly path: string; readonly sha256: string }[];
  /** PEM of the key that signed the heads; the private one is never in a backup. */
  readonly publicKey: string;
}

export const openingPath = 'backup.json';
export const manifestPath = 'manifest.json';
export const form = 1;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);
const organisationId = z.string().regex(/^[a-z0-9-]{1,64}$/);

const opening = z.object({
  format: z.literal('concord backup'),
  form: count,
  program: z.string(),
  madeAt: z.string(),
  partial: z.boolean(),
  entries: count,
});

const head = z.object({
  format: z.literal('concord head 1'),
  organisation: organisationId,
  position: count,
  seal: hash,
  signature: z.string(),
  publicKey: hash,
});

const manifest = z.object({
  organisations: z.array(
    z.object({
      id: organisationId,
      name: z.string(),
      position: count,
      seal: hash,
      head,
      files: count,
      lost: z.array(z.object({ hash, state: z.enum(['missing', 'altered']) })),
    }),
  ),
  people: count,
  keys: count,
  files: count,
  bytes: count,
  sums: z.array(z.object({ path: z.string(), sha256: hash })),
  publicKey: z.string(),
});

/** Reads what stands first. Throws `BackupFault` for what is no backup of ours, or one of a newer form. */
export function readOpening(text: string): Opening {
  const read = opening.safeParse(parse(text));
  if (!read.success) throw new BackupFault(1, 'backup.foreign');
  if (read.data.form > form)
    throw new BackupFault(1, 'backup.newer', {
      params: { program: read.data.program, form: read.data.form, known: form },
    });
  return read.data;
}

/** Reads what stands last. Throws `BackupFault` when it is not as we write it. */
export function readManifest(text: string): Manifest {
  const read = manifest.safeParse(parse(text));
  if (!read.success) throw new BackupFault(2, 'backup.not-whole');
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
