/**
 * What verify can find; each names the entry (`seq`) or the evidence file (`file`) that it is about.
 *
 * - `entry-altered`: the text or its seal was changed after it was sealed
 * - `entry-missing`: a gap, or batches that go on where the entries end
 * - `entry-surplus`: an entry that was slipped in
 * - `entry-moved`: an entry that lies at another position than the one it was sealed for
 * - `entry-misfiled`: kept under another record or batch than it says, so that its history would not show it
 * - `entry-malformed`: sealed, but not an entry of format 1
 * - `organisation-mismatch`: an entry that was sealed for another organisation
 * - `batch-missing`: entries that no batch covers
 * - `batch-mismatch`: a batch that says otherwise than its entries, or overlaps another
 * - `value-altered`: a value beside an entry does not match its commitment
 * - `value-missing`: a value is gone, and no `Redacted` entry says who removed it
 * - `value-surplus`: a value lies beside an entry that never committed to it
 * - `value-not-erased`: a `Redacted` entry says that a value was removed, and it is there
 * - `snapshot-altered`: a snapshot whose signature does not verify
 * - `snapshot-mismatch`: a snapshot that was taken of another ledger than this
 * - `head-signature`: the signed head was not signed by the given key
 * - `head-mismatch`: another seal at the head's position, or a head of another organisation
 * - `ledger-truncated`: the ledger is shorter than the signed head says
 * - `file-missing`, `file-altered`: an evidence file is gone, or its bytes do not have its hash
 * - `store-damaged`: the store's file can not be read through; nothing after that was checked
 */
export type FindingKind =
  | `entry-${'altered' | 'missing' | 'surplus' | 'moved' | 'misfiled' | 'malformed'}`
  | 'organisation-mismatch'
  | `batch-${'missing' | 'mismatch'}`
  | `value-${'altered' | 'missing' | 'surplus' | 'not-erased'}`
  | `snapshot-${'altered' | 'mismatch'}`
  | `head-${'signature' | 'mismatch'}`
  | 'ledger-truncated'
  | `file-${'missing' | 'altered'}`
  | 'store-damaged';

export interface Finding {
  readonly kind: FindingKind;
  readonly seq?: number;
  /** Hash of an evidence file. */
  readonly file?: string;
  readonly message: string;
}

/**
 * Worth knowing, but no finding: a clock that ran backwards, a head or a snapshot whose signature could not be checked
 * for want of a key, and a missing value whose redaction may be the very entry that a finding names.
 */
export interface VerifyWarning {
  readonly kind: 'clock-backwards' | 'head-unsigned' | 'snapshot-unsigned' | 'value-unexplained';
  readonly seq?: number;
  readonly message: string;
}

/** Most findings, and most warnings, that are listed one by one; the others are counted. */
export const mostListed = 1000;

/** Findings and warnings as they are come upon, in flat memory. */
export class FindingList {
  readonly findings: Finding[] = [];
  readonly warnings: VerifyWarning[] = [];
  unlisted = 0;

  add(finding: Finding): void {
    if (this.findings.length < mostListed) this.findings.push(finding);
    else this.unlisted += 1;
  }

  warn(warning: VerifyWarning): void {
    if (this.warnings.length < mostListed) this.warnings.push(warning);
  }

  /** Says of an earlier finding what later entries have shown it to be. */
  replace(finding: Finding, better: Finding): void {
    const index = this.findings.indexOf(finding);
    if (index >= 0) this.findings[index] = better;
  }
}
