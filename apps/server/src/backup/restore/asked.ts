import type { OpenedWith } from '../form/envelope.ts';
import type { Checked, HeldAgainst } from './check.ts';
import type { OnStep } from './swap.ts';

export interface RestoreAsked {
  /** Path of the backup. */
  readonly file: string;
  readonly using: OpenedWith;
  /** A head that left the machine earlier, and the key it is checked with: their texts. */
  readonly head?: { readonly head: string; readonly publicKey: string } | undefined;
  /** Bytes of the file read so far, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly onStep?: OnStep | undefined;
  /** Stops it, as long as nothing was decided. */
  readonly signal?: AbortSignal | undefined;
}

/** As asked, once it was looked at. */
export type Restoring = RestoreAsked & { readonly against: HeldAgainst | undefined; readonly size: number };

export interface RestorePlace {
  readonly directory: string;
  readonly databaseUrl?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Restored {
  /** When the backup was made. */
  readonly madeAt: string;
  readonly organisations: readonly Checked[];
  readonly people: number;
  readonly files: number;
  /** Where what stood before is kept; absent when nothing did. */
  readonly kept?: string;
  /** What stood before and went further than the backup, or is not in it. */
  readonly behind: readonly { readonly id: string; readonly position: number; readonly now: number }[];
  /** Whether the key here is the one that signed the backup’s heads. It is never in a backup. */
  readonly signingKey: 'same' | 'other' | 'none';
  /** What is to be known or seen to, in words. */
  readonly notices: readonly string[];
}
