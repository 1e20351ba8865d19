import type { EntryContent } from '../entry/entry.ts';
import type { Batch, LedgerStore } from '../store.ts';
import type { FindingList } from './findings.ts';

const page = 500;
const told = ['at', 'actor', 'via', 'operation'] as const;

/** Goes along the batches beside the entries: each entry lies in one batch, which says of it what it says itself. */
export class BatchWalk {
  private ahead: Batch[] = [];
  private next = 0;
  private fetched = Number.MIN_SAFE_INTEGER;
  private end = 0;
  private current: Batch | undefined;
  private mismatch: Batch | undefined;
  private uncovered = false;

  private readonly source: { readonly store: LedgerStore; readonly organisation: string };
  private readonly findings: FindingList;

  constructor(source: { readonly store: LedgerStore; readonly organisation: string }, findings: FindingList) {
    this.source = source;
    this.findings = findings;
  }

  /** Fetches the batches that begin up to a position. To be called after the entries there were read. */
  async fetch(position: number): Promise<void> {
    this.ahead.splice(0, this.next);
    this.next = 0;
    while (this.fetched < position) {
      const batches = await this.source.store.batches(this.source.organisation, this.fetched, page);
      const last = batches.at(-1);
      if (last === undefined) return;
      this.ahead.push(...batches);
      this.fetched = last.first;
    }
  }

  /** True when a batch covers this position. Positions are asked in order. */
  covers(position: number): boolean {
    while (this.current === undefined || this.current.last < position) {
      const batch = this.ahead[this.next];
      if (batch === undefined || batch.first > position) return false;
      this.advance(batch);
    }
    return true;
  }

  /** Compares an entry with the batch that covers its position. */
  compare(position: number, content: EntryContent): void {
    if (!this.covers(position)) {
      this.reportUncovered(position);
      return;
    }
    this.uncovered = false;
    const batch = this.current!;
    if (this.mismatch === batch) return;
    const other: string[] = told.filter((member) => batch[member] !== content[member]);
    if (batch.id !== content.batch) other.unshift('id');
    if (other.length === 0) return;
    this.mismatch = batch;
    const message = `the batch of entry ${position} says otherwise than the entry: ${other.join(', ')}`;
    this.findings.add({ kind: 'batch-mismatch', seq: position, message });
  }

  /** The last position that a batch promises, once all entries were walked. */
  promised(): number {
    for (; this.next < this.ahead.length; this.next += 1) this.advance(this.ahead[this.next]!, false);
    return this.end;
  }

  private advance(batch: Batch, step = true): void {
    if (step) this.next += 1;
    if (batch.first <= this.end || batch.last < batch.first) {
      const message = `batch ${batch.id} (${batch.first} to ${batch.last}) overlaps the batches before it`;
      this.findings.add({ kind: 'batch-mismatch', seq: batch.first, message });
    }
    this.end = Math.max(this.end, batch.last);
    this.current = batch;
  }

  private reportUncovered(position: number): void {
    if (this.uncovered) return;
    this.uncovered = true;
    const message = `entry ${position} lies in no batch: its batch was removed, or it was written past the application`;
    this.findings.add({ kind: 'batch-missing', seq: position, message });
  }
}
