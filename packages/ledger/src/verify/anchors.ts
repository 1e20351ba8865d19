import type { KeyObject } from 'node:crypto';
import { genesisSeal } from '../entry/entry.ts';
import { isHeadSignedBy, isSnapshotSignedBy, type SignedHead } from '../signing/signed-head.ts';
import type { LedgerStore } from '../store.ts';
import type { FindingKind, FindingList } from './findings.ts';

/** What was said of the ledger elsewhere: a head that left the machine, snapshots that were signed. */
export interface Anchor {
  readonly position: number;
  readonly seal: string;
  /** What it means when the ledger has another seal there, or ends before. */
  readonly otherSeal: FindingKind;
  readonly tooShort: FindingKind;
  readonly name: string;
}

/** The head as an anchor, unless its signature or organisation is wrong: then that is the finding. */
export function anchorHead(
  organisation: string,
  { head, publicKey }: { readonly head: SignedHead; readonly publicKey: KeyObject | undefined },
  findings: FindingList,
): readonly Anchor[] {
  const { position, seal } = head;
  if (head.organisation !== organisation) {
    const message = `the signed head is of organisation ${head.organisation}, not ${organisation}`;
    findings.add({ kind: 'head-mismatch', message });
    return [];
  }
  if (publicKey === undefined)
    findings.warn({
      kind: 'head-unsigned',
      message: 'no public key was given, so the head was taken at its word',
    });
  else if (!isHeadSignedBy(head, publicKey)) {
    findings.add({ kind: 'head-signature', message: 'the head was not signed by the given key' });
    return [];
  }
  return [
    { position, seal, otherSeal: 'head-mismatch', tooShort: 'ledger-truncated', name: 'the signed head' },
  ];
}

/** All snapshots whose signature is right, as anchors. The bodies are read one at a time and let go. */
export async function anchorSnapshots(
  { store, organisation }: { readonly store: LedgerStore; readonly organisation: string },
  key: KeyObject | undefined,
  findings: FindingList,
): Promise<readonly Anchor[]> {
  const anchors: Anchor[] = [];
  let snapshot = await store.snapshot(organisation, Number.MAX_SAFE_INTEGER);
  if (snapshot !== undefined && key === undefined)
    findings.warn({
      kind: 'snapshot-unsigned',
      message: 'no key was given, so snapshots were taken at their word',
    });
  while (snapshot !== undefined) {
    const { position, seal } = snapshot;
    if (key !== undefined && !isSnapshotSignedBy(snapshot, organisation, key)) {
      const message = `the snapshot at position ${position} was changed, or signed by another key`;
      findings.add({ kind: 'snapshot-altered', seq: position, message });
    } else {
      const kind = 'snapshot-mismatch';
      anchors.push({ position, seal, otherSeal: kind, tooShort: kind, name: 'a snapshot' });
    }
    snapshot = await store.snapshot(organisation, position - 1);
  }
  return anchors;
}

/** Holds the walked ledger against its anchors. */
export class AnchorWalk {
  private readonly left: Anchor[];
  private readonly findings: FindingList;

  constructor(anchors: readonly Anchor[], findings: FindingList) {
    this.left = [...anchors].sort((a, b) => a.position - b.position);
    this.findings = findings;
    this.reach(0, genesisSeal);
  }

  /** Says that the ledger has this seal at this position. Positions come in order. */
  reach(position: number, seal: string): void {
    while (this.left[0] !== undefined && this.left[0].position <= position) {
      const anchor = this.left.shift()!;
      if (anchor.position !== position || anchor.seal === seal) continue;
      const message = `${anchor.name} has another seal at position ${position}: the ledger was rewritten up to there`;
      this.findings.add({ kind: anchor.otherSeal, seq: position, message });
    }
  }

  /** Says that the ledger ends here. */
  finish(position: number): void {
    for (const { position: promised, tooShort, name } of this.left) {
      const message = `${name} says ${promised} entries, the ledger has ${position}: its end was cut off, or it is an old copy`;
      this.findings.add({ kind: tooShort, seq: position + 1, message });
    }
  }
}
