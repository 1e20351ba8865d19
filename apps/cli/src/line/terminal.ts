/** Where a run writes. */
export interface Terminal {
  readonly out: (text: string | Uint8Array) => void;
  /** Resolves when what was written has gone out: whoever writes much waits for it. */
  readonly drained?: () => Promise<void>;
  readonly error: (text: string) => void;
  /** Whether a person reads what is written to `out`. */
  readonly isTerminal: boolean;
  /** Whether a person reads what is written to `error`. */
  readonly showsErrors?: boolean;
}
