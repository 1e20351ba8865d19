import { type EntryContent, genesisSeal, readEntryText, sealEntry } from '../entry/entry.ts';
import { emptyTail } from '../entry/seal-batch.ts';
import type { Entry, Tail } from '../store.ts';
import type { Finding, FindingList } from './findings.ts';

/** An entry as far as it can be believed. */
export interface WalkedEntry {
  /** The position that it was sealed for. */
  readonly position: number;
  readonly content: EntryContent | undefined;
  /** False when a finding names it already; what it says is then not looked into. */
  readonly sound: boolean;
}

interface Step {
  readonly seq: number;
  readonly seal: string;
  /** The seal that its text should have, when that is not `seal`. */
  readonly computed?: string | undefined;
  /** The seal that it was checked against. */
  readonly before?: string;
  /** What it says of its own position, less where it lies. */
  readonly offset: number;
  readonly finding?: Finding | undefined;
  /** Its seal belongs elsewhere, so the next entry can not be checked against it. */
  readonly misplaced?: boolean;
}

/**
 * Follows the chain of seals. After an entry that was changed it goes on from the seal that is stored, so that one
 * change is one finding and names its own entry, not all that follow.
 */
export class ChainWalk {
  private last: Step = { seq: 0, seal: genesisSeal, offset: 0 };
  /** How far all entries lie from where they were sealed, after one was taken out or slipped in. */
  private shift = 0;
  private end: Tail = emptyTail;
  private readonly findings: FindingList;

  constructor(findings: FindingList) {
    this.findings = findings;
  }

  /** Where the entry at `seq` was sealed, as far as is known before it is read. */
  positionAt(seq: number): number {
    return seq + this.shift;
  }

  /** Where the chain ends, surplus entries left aside. */
  get tail(): Tail {
    return this.end;
  }

  /** Takes the next entry. `covered`: a batch says that there is one at this position. */
  take(entry: Entry, covered: boolean): WalkedEntry {
    const { content, fault } = tryRead(entry.text);
    if (entry.seq < 1) return this.surplus(entry, content);
    const afterGap = this.reportGap(entry.seq);
    const fits = this.fitsChain(entry, content);
    if (fits) return this.pass(entry, content, fault);
    const offset = offsetOf(entry, content, this.shift);
    if (!covered && offset === this.shift && !afterGap) return this.surplus(entry, content);
    if (offset === this.shift && (afterGap || this.last.misplaced)) return this.pass(entry, content, fault);
    return this.broken(entry, content, offset);
  }

  private reportGap(seq: number): boolean {
    const first = this.last.seq + 1;
    if (seq === first) return false;
    const which =
      seq - 1 === first ? `entry ${first} is missing` : `entries ${first} to ${seq - 1} are missing`;
    this.findings.add({ kind: 'entry-missing', seq: this.positionAt(first), message: which });
    return true;
  }

  /** Tries the seal before; then whether the entry before had its seal changed, or was slipped in. */
  private fitsChain(entry: Entry, content: EntryContent | undefined): boolean {
    const { last } = this;
    if (isSealedOn(last.seal, entry)) return true;
    if (last.computed !== undefined && isSealedOn(last.computed, entry)) {
      this.rename({
        kind: 'entry-altered',
        seq: last.seq,
        message: `the seal of entry ${last.seq} was changed`,
      });
      return true;
    }
    return last.before !== undefined && isSealedOn(last.before, entry) && this.passesOver(entry, content);
  }

  /** The entry is sealed on the one before the last: the last was slipped in, unless two were swapped. */
  private passesOver(entry: Entry, content: EntryContent | undefined): boolean {
    const { last } = this;
    const offset = offsetOf(entry, content, this.shift);
    if (offset === this.shift) return last.misplaced === true;
    if (last.misplaced && last.offset === this.shift + 1) return false;
    this.rename({ kind: 'entry-surplus', seq: last.seq, message: `entry ${last.seq} was slipped in` });
    this.shift = offset;
    return true;
  }

  private pass(entry: Entry, content: EntryContent | undefined, fault: string | undefined): WalkedEntry {
    const offset = offsetOf(entry, content, this.shift);
    const sound = this.checkPlace(entry, offset) && this.checkForm(entry, fault);
    this.last = { seq: entry.seq, seal: entry.seal, before: this.last.seal, offset };
    this.end = { position: this.positionAt(entry.seq), seal: entry.seal };
    return { position: this.end.position, content, sound };
  }

  /** An entry that lies elsewhere than it says; two in a row that are off alike show that all were moved. */
  private checkPlace({ seq }: Entry, offset: number): boolean {
    if (offset === this.shift) return true;
    if (this.last.finding === undefined || this.last.offset !== offset) {
      this.findings.add(movedFinding(seq, offset));
      return false;
    }
    const first = this.last.seq;
    this.rename(
      offset > this.shift
        ? {
            kind: 'entry-missing',
            seq: first,
            message: `entry ${first} is missing; those after it were moved up`,
          }
        : {
            kind: 'entry-surplus',
            seq: first,
            message: `entry ${first} was slipped in; those after it were moved`,
          },
    );
    this.shift = offset;
    return true;
  }

  private checkForm({ seq }: Entry, fault: string | undefined): boolean {
    if (fault === undefined) return true;
    this.findings.add({ kind: 'entry-malformed', seq, message: `entry ${seq} can not be read: ${fault}` });
    return false;
  }

  private broken(entry: Entry, content: EntryContent | undefined, offset: number): WalkedEntry {
    const { seq, seal } = entry;
    const misplaced = offset !== this.shift;
    const finding: Finding = misplaced
      ? movedFinding(seq, offset)
      : { kind: 'entry-altered', seq, message: `entry ${seq} was changed after it was sealed` };
    this.findings.add(finding);
    const computed = sealOver(this.last.seal, entry.text);
    this.last = { seq, seal, computed, before: this.last.seal, offset, finding, misplaced };
    this.end = { position: this.positionAt(seq), seal };
    return { position: this.end.position, content, sound: false };
  }

  /** Leaves the chain where it was: nothing was sealed over a surplus entry. */
  private surplus({ seq }: Entry, content: EntryContent | undefined): WalkedEntry {
    this.findings.add({
      kind: 'entry-surplus',
      seq,
      message: `entry ${seq} belongs to no batch and no chain`,
    });
    if (seq >= 1) this.last = { ...this.last, seq };
    return { position: this.positionAt(seq), content, sound: false };
  }

  private rename(better: Finding): void {
    if (this.last.finding === undefined) this.findings.add(better);
    else this.findings.replace(this.last.finding, better);
  }
}

function movedFinding(seq: number, offset: number): Finding {
  return {
    kind: 'entry-moved',
    seq,
    message: `position ${seq} holds an entry that says it is ${seq + offset}`,
  };
}

function offsetOf(entry: Entry, content: EntryContent | undefined, otherwise: number): number {
  return content === undefined ? otherwise : content.seq - entry.seq;
}

function isSealedOn(previous: string, { text, seal }: Entry): boolean {
  return sealOver(previous, text) === seal;
}

/** Undefined over something that is no seal. */
function sealOver(previous: string, text: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(previous) ? sealEntry(previous, text) : undefined;
}

function tryRead(text: string): { readonly content?: EntryContent; readonly fault?: string } {
  try {
    return { content: readEntryText(text) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
