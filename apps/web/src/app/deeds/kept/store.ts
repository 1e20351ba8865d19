import { useDraftCount } from '../../drafts/index.ts';
import { makeStore } from '../../store/store.ts';
import type { Asked } from '../turns/asked.ts';
import { isSameTurn } from '../turns/record-turns.ts';
import { twinOf } from './twin.ts';

/** A change that the server has not recorded yet. Its key makes sure that it is carried out once. */
export interface KeptDeed extends Asked {
  readonly key: string;
  /** How often it was made another one by what the person answered to a conflict. */
  readonly round?: number | undefined;
  readonly says: string;
  /** Address of the page where it was typed. */
  readonly from: string;
  /** Why it does not go out by itself any more, in words: the person sends it again, or gives it up. */
  readonly held?: string | undefined;
}

const place = 'concord.kept';
const kept = makeStore<readonly KeptDeed[]>(readKept());

export const useKept = kept.use;

/** How many changes and drafts of this browser no server has recorded yet, of whatever organisation. */
export function useUnsent(): number {
  return kept.use().length + useDraftCount();
}

/** As they stand in the browser: another page of it may have kept or sent some meanwhile. */
export function readKept(): readonly KeptDeed[] {
  try {
    const found: unknown = JSON.parse(globalThis.localStorage?.getItem(place) ?? '[]');
    return Array.isArray(found) ? (found as KeptDeed[]) : [];
  } catch {
    return [];
  }
}

const leaving = new Map<string, () => void>();

function show(deeds: readonly KeptDeed[]): void {
  kept.set(deeds);
  for (const [key, left] of leaving) {
    if (deeds.some((each) => each.key === key)) continue;
    leaving.delete(key);
    left();
  }
}

export function writeKept(change: (deeds: readonly KeptDeed[]) => readonly KeptDeed[]): void {
  const deeds = change(readKept());
  window.localStorage.setItem(place, JSON.stringify(deeds));
  show(deeds);
}

globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === place) show(readKept());
});

/** Keeps a change, once however often it is said; answers when it waits no more: it was recorded, or given up. */
export function keep(deed: KeptDeed): Promise<void> {
  const twin = twinOf(readKept(), deed, (each) => isSameTurn(each, deed));
  const { key } = twin ?? deed;
  const before = leaving.get(key);
  const left = new Promise<void>((resolve) =>
    leaving.set(key, () => {
      before?.();
      resolve();
    }),
  );
  if (!twin) writeKept((deeds) => [...deeds, deed]);
  return left;
}

/** Whether something of the same record, as it was read for this, goes out before it. */
export function isBehindKept(asked: Asked): boolean {
  return readKept().some((each) => each.held === undefined && isSameTurn(each, asked));
}

/** Gives a change up. */
export function giveUp(key: string): void {
  writeKept((deeds) => deeds.filter((each) => each.key !== key));
}
