/** What opens a backup. */
export type OpenedWith = { readonly passphrase: string } | { readonly identities: readonly string[] };

export interface RestoreAsked {
  readonly file: string;
  readonly using: OpenedWith;
  /** A head that left the machine earlier, and the key it is checked with: their texts. */
  readonly head?: { readonly head: string; readonly publicKey: string };
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

export interface OrganisationTold {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly seal: string;
  readonly entries: number;
  readonly files: number;
  /** Files that were gone or altered already when the backup was made. */
  readonly lost: readonly string[];
}

/** What the server says of a backup that it has loaded and verified. */
export interface LoadedTold {
  readonly madeAt: string;
  readonly organisations: readonly OrganisationTold[];
  readonly people: number;
  readonly files: number;
}

export interface RestoredTold extends LoadedTold {
  /** Where what stood before is kept. */
  readonly kept?: string;
  readonly behind: readonly { readonly id: string; readonly position: number; readonly now: number }[];
  readonly signingKey: 'same' | 'other' | 'none';
  /** What is to be known or seen to, in words. */
  readonly notices: readonly string[];
}

export interface DrilledTold extends LoadedTold {
  readonly size: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** How a ledger here stands to the one that was restored: the same up to there, another one, or not there. */
export interface Compared {
  readonly id: string;
  readonly found: 'same' | 'differs' | 'not here';
  readonly position: number;
}
