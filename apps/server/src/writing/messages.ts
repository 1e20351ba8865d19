import type { DescribedTable } from '../store/table-file.ts';
import type { SealedFor } from './sealing.ts';

/** What is written: a ZIP, bytes encrypted for somebody, or one SQLite file at a path, with its empty tables. */
export type ToWrite =
  | { readonly kind: 'zip' }
  | { readonly kind: 'sealed'; readonly to: SealedFor }
  | { readonly kind: 'sqlite'; readonly path: string; readonly tables: readonly DescribedTable[] };

/** One step of the writing. Rows travel as JSON in bytes, which are handed over rather than copied. */
export type Step =
  /** A file of the ZIP begins. */
  | { readonly entry: string; readonly compress: boolean }
  /** More of the file, as it is. */
  | { readonly bytes: Uint8Array }
  /** More of the file, as lines of CSV; into SQLite, rows of the named table. */
  | { readonly rows: Uint8Array; readonly table: string }
  /** The file has ended, or all has. */
  | { readonly end: 'entry' | 'all' };

/** What came of a step. */
export interface Stepped {
  /** What has grown since the last step. */
  readonly pieces: readonly Uint8Array[];
  /** Of a file that has ended. Size in bytes. */
  readonly entry?: { readonly size: number; readonly sha256: string };
}

export interface StepWriter {
  readonly take: (step: Step) => Promise<Stepped>;
  /** Closes what is open, whether all has ended or not. */
  readonly leave: () => void;
}
