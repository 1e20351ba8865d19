import { commitTo, keptValue } from '../entry/commitment.ts';
import { type EntryContent, readEntryText } from '../entry/entry.ts';
import type { Entry, LedgerStore } from '../store.ts';
import type { FindingList } from './findings.ts';

/** Checks the values beside the entries against their commitments, and that what is gone was removed lawfully. */
export class ValueWalk {
  /** Members whose value is gone, by entry, until a later `Redacted` entry names them. */
  private readonly gone = new Map<number, Set<string>>();
  private readonly redactedEntries = new Set<number>();
  private doubtful = 0;

  private readonly source: { readonly store: LedgerStore; readonly organisation: string };
  private readonly findings: FindingList;

  constructor(source: { readonly store: LedgerStore; readonly organisation: string }, findings: FindingList) {
    this.source = source;
    this.findings = findings;
  }

  /** How many entries have a value that was removed lawfully. */
  get redacted(): number {
    return this.redactedEntries.size;
  }

  /** True when all values that are there are the ones that were committed to. */
  check(entry: Entry, { seq, commitments }: EntryContent): boolean {
    const altered: string[] = [];
    for (const [name, commitment] of Object.entries(commitments)) {
      const kept = keptValue(entry.erasable, name);
      if (kept === undefined) this.gone.set(seq, (this.gone.get(seq) ?? new Set()).add(name));
      else if (!matches(kept, commitment)) altered.push(name);
    }
    const surplus = Object.keys(entry.erasable ?? {}).filter((name) => !Object.hasOwn(commitments, name));
    this.report('value-altered', seq, altered);
    this.report('value-surplus', seq, surplus);
    return altered.length === 0;
  }

  /** Reads a `Redacted` entry: values it names may be gone, and must be. */
  async readRedaction({ data, record }: EntryContent): Promise<void> {
    const seq = Number(record.id);
    if (record.kind !== 'entry' || !Number.isSafeInteger(seq) || !Array.isArray(data.members)) return;
    const gone = this.gone.get(seq);
    for (const member of data.members) if (gone?.delete(member)) this.redactedEntries.add(seq);
    if (gone?.size === 0) this.gone.delete(seq);
    const [entry] = await this.source.store.read(this.source.organisation, seq - 1, 1);
    if (entry === undefined || seqIn(entry) !== seq) return;
    const there = data.members.filter((member) => keptValue(entry.erasable, String(member)) !== undefined);
    this.report('value-not-erased', seq, there);
  }

  /** An entry that a finding names may have been the redaction of any value before it. */
  passOver(position: number, content: EntryContent | undefined): void {
    if (content === undefined || content.type === 'Redacted' || content.record.kind === 'entry')
      this.doubtful = Math.max(this.doubtful, position, content?.seq ?? 0);
  }

  /** To be called after the last entry: what is still unaccounted for. */
  finish(): void {
    for (const [seq, members] of this.gone) {
      if (seq > this.doubtful) this.report('value-missing', seq, [...members]);
      else {
        const message = `entry ${seq}, ${[...members].join(', ')}: gone, and a later entry that may say why is not sound`;
        this.findings.warn({ kind: 'value-unexplained', seq, message });
      }
    }
  }

  private report(kind: keyof typeof meanings, seq: number, members: readonly string[]): void {
    if (members.length === 0) return;
    this.findings.add({ kind, seq, message: `entry ${seq}, ${members.join(', ')}: ${meanings[kind]}` });
  }
}

const meanings = {
  'value-altered': 'the value is not the one that was sealed',
  'value-surplus': 'a value that was never sealed',
  'value-missing': 'the value is gone, and no entry says who removed it',
  'value-not-erased': 'the value was to be removed, and is still there',
};

function matches(kept: { readonly salt: string; readonly value: unknown }, commitment: string): boolean {
  try {
    return commitTo(kept.value, Buffer.from(kept.salt, 'hex')) === commitment;
  } catch {
    return false;
  }
}

function seqIn({ text }: Entry): number | undefined {
  try {
    return readEntryText(text).seq;
  } catch {
    return undefined;
  }
}
