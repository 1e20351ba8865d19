import type { Append, Batch, Entry, Tail } from '../store.ts';
import { type Fact, openContent, type RecordedFact, splitFact } from './commitment.ts';
import { type EntryContent, entryText, genesisSeal, keepContent, sealEntry, type Via } from './entry.ts';

/** Who gave the command, when and how. Every value is the server's own. */
export interface BatchCircumstances {
  readonly organisation: string;
  readonly at: string;
  readonly actor: string;
  readonly via: Via;
  /** Id of the command, unique in the organisation. */
  readonly batch: string;
  readonly operation: string;
  /** The caller's Idempotency-Key, and SHA-256 of what was asked as hex. */
  readonly key?: string | null;
  readonly bodyHash?: string | null;
}

/** One command's entries, its row, and the tail that the next batch is sealed on. */
export interface SealedBatch {
  readonly entries: readonly Entry[];
  /** The same, as `openEntry` reads them back. */
  readonly facts: readonly RecordedFact[];
  readonly batch: Batch;
  readonly tail: Tail;
}

/** Where an empty ledger ends. */
export const emptyTail: Tail = { position: 0, seal: genesisSeal };

/**
 * Seals one command's facts over a tail. Several commands are chained by giving the tail of one to the next.
 * Throws `Unsealable` for a fact that can not be an entry, and for a command without a fact.
 */
export function sealBatch(
  after: Tail,
  circumstances: BatchCircumstances,
  facts: readonly Fact[],
): SealedBatch {
  if (facts.length === 0) throw new Error('a batch has at least one fact');
  const { key = null, bodyHash = null, batch: id, ...given } = circumstances;
  const { organisation: _, ...row } = given;
  const entries: Entry[] = [];
  const recorded: RecordedFact[] = [];
  let tail = after;
  for (const fact of facts) {
    const { data, commitments, erasable } = splitFact(fact);
    const seq = tail.position + 1;
    const { type, version, record } = fact;
    const text = entryText({ ...given, batch: id, seq, type, version, record, data, commitments });
    const seal = sealEntry(tail.seal, text);
    const entry = { seq, text, seal, erasable };
    // What was just written need not be checked again; it is read back, so that nothing but the text counts.
    const content = JSON.parse(text) as EntryContent;
    keepContent(entry, content);
    entries.push(entry);
    recorded.push(openContent(content, entry));
    tail = { position: seq, seal };
  }
  const batch: Batch = { ...row, id, first: after.position + 1, last: tail.position, key, bodyHash };
  return { entries, facts: recorded, batch, tail };
}

/** The transaction for batches that were sealed one over the other. */
export function appendOf(sealed: readonly SealedBatch[], erase: Append['erase'] = []): Append {
  return {
    entries: sealed.flatMap(({ entries }) => entries),
    batches: sealed.map(({ batch }) => batch),
    erase,
  };
}
