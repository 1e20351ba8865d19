import type { KeyObject } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { EntryContent } from '../entry/entry.ts';
import type { SignedHead } from '../signing/signed-head.ts';
import type { Entry, LedgerStore, Place, Tail } from '../store.ts';
import { StoreDamaged } from '../stores/store-damaged.ts';
import { type Anchor, AnchorWalk, anchorHead, anchorSnapshots } from './anchors.ts';
import { BatchWalk } from './batch-walk.ts';
import { ChainWalk } from './chain-walk.ts';
import { type Finding, FindingList, mostListed, type VerifyWarning } from './findings.ts';
import { filesNamed, namesFiles } from './named-files.ts';
import { ValueWalk } from './value-walk.ts';

/** Where kept files lie, named by their hash. */
export interface KeptFiles {
  check(hash: string): Promise<'ok' | 'missing' | 'altered'>;
}

export interface VerifyOptions {
  /** A head that left the machine earlier, and the key that it has to be signed with. */
  readonly head?: SignedHead;
  readonly publicKey?: KeyObject;
  /** When given, every file that an entry names is asked for. */
  readonly files?: KeptFiles;
  /** The key that snapshots have to be signed with. */
  readonly snapshotKey?: KeyObject;
  /** Called now and then with the number of entries checked so far. */
  readonly onProgress?: (checked: number) => void;
}

export interface VerifyReport {
  readonly ok: boolean;
  /** Entries read. */
  readonly checked: number;
  /** Kept files asked for: one for each entry that names one. */
  readonly files: number;
  /** Entries with a value that was removed lawfully. */
  readonly redacted: number;
  readonly findings: readonly Finding[];
  /** Findings beyond the first thousand. */
  readonly unlisted: number;
  readonly warnings: readonly VerifyWarning[];
  /** Where the ledger ends, as it was found. */
  readonly tail: Tail;
}

/**
 * Reads one organisation's whole ledger and names what was changed, removed, slipped in or moved. Streams in flat
 * memory and lets others run between chunks; a ledger that is being appended to may be verified. Whatever the
 * content, it answers; it rejects only with `StoreUnavailable` when the store can not be reached.
 */
export async function verifyLedger(
  store: LedgerStore,
  organisation: string,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const findings = new FindingList();
  const walk = new LedgerWalk({ store, organisation }, { options, findings });
  try {
    await walk.run(await anchorsOf({ store, organisation }, options, findings));
  } catch (error) {
    if (!(error instanceof StoreDamaged)) throw error;
    findings.add({ kind: 'store-damaged', message: error.message });
  }
  return {
    ok: findings.findings.length === 0,
    checked: walk.checked,
    files: walk.files,
    redacted: walk.values.redacted,
    findings: findings.findings,
    unlisted: findings.unlisted,
    warnings: findings.warnings,
    tail: walk.chain.tail,
  };
}

interface Source {
  readonly store: LedgerStore;
  readonly organisation: string;
}

async function anchorsOf(
  source: Source,
  { head, publicKey, snapshotKey }: VerifyOptions,
  findings: FindingList,
): Promise<readonly Anchor[]> {
  const heads = head === undefined ? [] : anchorHead(source.organisation, { head, publicKey }, findings);
  return [...heads, ...(await anchorSnapshots(source, snapshotKey, findings))];
}

class LedgerWalk {
  checked = 0;
  files = 0;
  readonly chain: ChainWalk;
  readonly values: ValueWalk;
  private readonly batches: BatchWalk;
  private readonly source: Source;
  private readonly options: VerifyOptions;
  private readonly findings: FindingList;
  private row = Number.MIN_SAFE_INTEGER;
  private at = '';
  private places: ReadonlyMap<number, Place> = new Map();
  private readonly misfiled: number[] = [];
  private organisation: string;

  constructor(source: Source, given: { readonly options: VerifyOptions; readonly findings: FindingList }) {
    this.source = source;
    this.options = given.options;
    this.findings = given.findings;
    this.organisation = source.organisation;
    this.chain = new ChainWalk(this.findings);
    this.values = new ValueWalk(source, this.findings);
    this.batches = new BatchWalk(source, this.findings);
  }

  async run(anchored: readonly Anchor[]): Promise<void> {
    const anchors = new AnchorWalk(anchored, this.findings);
    await this.walkToEnd(anchors);
    await this.batches.fetch(Number.MAX_SAFE_INTEGER);
    // Whoever appended meanwhile wrote the entries of those batches too.
    await this.walkToEnd(anchors);
    this.finish(anchors);
  }

  private async walkToEnd(anchors: AnchorWalk): Promise<void> {
    let limit = 64;
    for (;;) {
      const entries = await this.source.store.read(this.source.organisation, this.row, limit);
      const last = entries.at(-1);
      if (last === undefined) return;
      await this.batches.fetch(this.chain.positionAt(last.seq));
      await this.fetchPlaces(limit);
      for (const entry of entries) {
        const later = this.take(entry, anchors);
        if (later !== undefined) await later;
      }
      this.row = last.seq;
      this.checked += entries.length;
      this.options.onProgress?.(this.checked);
      limit = nextLimit(entries, limit);
      await setImmediate();
    }
  }

  private async fetchPlaces(limit: number): Promise<void> {
    const places = await this.source.store.places(this.source.organisation, this.row, limit);
    this.places = new Map(places.map((place) => [place.seq, place]));
  }

  /** Not sealed, and yet what a history is found by. */
  private checkPlace(at: number, { seq, record, batch }: EntryContent): void {
    const place = this.places.get(at);
    if (
      place === undefined ||
      seq !== at ||
      (place.record === `${record.kind}/${record.id}` && place.batch === batch)
    )
      return;
    if (this.misfiled.length < mostListed) this.misfiled.push(seq);
  }

  /** An entry that a finding names already was written past the application: where it is filed says no more. */
  private reportMisfiled(): void {
    const named = new Set(this.findings.findings.map((finding) => finding.seq));
    for (const seq of this.misfiled.filter((each) => !named.has(each))) {
      const message = `entry ${seq} is filed under another record or batch than it says`;
      this.findings.add({ kind: 'entry-misfiled', seq, message });
    }
  }

  private finish(anchors: AnchorWalk): void {
    const { position } = this.chain.tail;
    const promised = this.batches.promised();
    if (promised > position) {
      const message = `the entries end at ${position}, the batches go on to ${promised}`;
      this.findings.add({ kind: 'entry-missing', seq: position + 1, message });
    }
    this.values.finish();
    this.reportMisfiled();
    anchors.finish(position);
  }

  /** Answers a promise only where something has to be waited for: most entries are checked without. */
  private take(entry: Entry, anchors: AnchorWalk): Promise<void> | undefined {
    const covered = this.batches.covers(this.chain.positionAt(entry.seq));
    const { position, content, sound } = this.chain.take(entry, covered);
    if (entry.seq >= 1 && (sound || covered)) anchors.reach(position, entry.seal);
    if (content === undefined || !sound) {
      this.values.passOver(position, content);
      return undefined;
    }
    this.batches.compare(position, content);
    this.checkPlace(entry.seq, content);
    this.compareClock(content);
    const trusted = this.compareOrganisation(content) && this.values.check(entry, content);
    if (content.type === 'Redacted') return this.values.readRedaction(content);
    return trusted && namesFiles(content) ? this.checkFiles(entry, content) : undefined;
  }

  private compareOrganisation({ organisation, seq }: EntryContent): boolean {
    if (organisation !== this.organisation && organisation !== this.source.organisation)
      this.findings.add({
        kind: 'organisation-mismatch',
        seq,
        message: `from entry ${seq} on, entries were sealed for organisation ${organisation}`,
      });
    this.organisation = organisation;
    return organisation === this.source.organisation;
  }

  private compareClock({ at, seq }: EntryContent): void {
    if (at < this.at)
      this.findings.warn({
        kind: 'clock-backwards',
        seq,
        message: `entry ${seq} is of ${at}, the one before of ${this.at}`,
      });
    this.at = at;
  }

  private async checkFiles(entry: Entry, content: EntryContent): Promise<void> {
    if (this.options.files === undefined) return;
    for (const hash of filesNamed(entry, content)) {
      this.files++;
      const found = await this.options.files.check(hash);
      if (found === 'ok') continue;
      const what = found === 'missing' ? 'is missing' : 'was altered: its bytes have another hash';
      const message = `file ${hash} of entry ${content.seq} ${what}`;
      this.findings.add({ kind: `file-${found}`, seq: content.seq, file: hash, message });
    }
  }
}

/** About four megabytes at a time, however long the entries are. */
function nextLimit(entries: readonly Entry[], limit: number): number {
  const average = entries.reduce((sum, { text }) => sum + text.length, 0) / entries.length;
  const most = Math.floor((4 * 1024 * 1024) / Math.max(average, 1));
  return Math.min(Math.max(most, 4), limit * 2, 1000);
}
