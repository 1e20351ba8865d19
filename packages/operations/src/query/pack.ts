import type { KeptFile } from '@concord/views';

/** A report of a pack: the view that it is set from, or why there is none. */
export type ReportInPack = { readonly report: string } & (
  | {
      readonly view: object;
      /** Why it is not set as PDF, where it is too long for one. */
      readonly tooLong?: string;
    }
  | { readonly why: string }
);

/** What goes into a pack, and of which day and position it is. */
export interface PackAsked {
  /** What the file is called, without its ending. */
  readonly fileName: string;
  /** Of the organisation. */
  readonly name: string;
  readonly on: string;
  readonly knownAt: number;
  /** Seal at that position. */
  readonly head: string;
  readonly language: string;
  readonly people: Readonly<Record<string, string>>;
  readonly reportCount: number;
  readonly reports: () => AsyncIterable<ReportInPack>;
  readonly files: readonly KeptFile[];
}
