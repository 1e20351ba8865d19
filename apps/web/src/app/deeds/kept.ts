import { refresh } from '../answers/query-client.ts';
import { Refused, send, Unreachable } from '../client/index.ts';
import { makeStore } from '../store/store.ts';
import { languageNow } from '../words/language.ts';
import { settleStale } from './conflict.ts';
import { tell } from './notices.ts';

/** A change that the server has not answered yet. Its key makes sure that it is carried out once. */
export interface KeptDeed {
  readonly key: string;
  readonly organisation: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly ifMatch?: string | undefined;
  readonly says: string;
}

const place = 'concord.kept';
const kept = makeStore<readonly KeptDeed[]>(readKept());

export const useKept = kept.use;

function readKept(): readonly KeptDeed[] {
  try {
    const found: unknown = JSON.parse(globalThis.localStorage?.getItem(place) ?? '[]');
    return Array.isArray(found) ? (found as KeptDeed[]) : [];
  } catch {
    return [];
  }
}

/** Another page of this browser may have kept or sent some meanwhile, so it is read again before it is written. */
function write(change: (deeds: readonly KeptDeed[]) => readonly KeptDeed[]): void {
  const deeds = change(readKept());
  window.localStorage.setItem(place, JSON.stringify(deeds));
  kept.set(deeds);
}

globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === place) kept.set(readKept());
});

export function keep(deed: KeptDeed): void {
  write((deeds) => [...deeds, deed]);
}

function forget(key: string): void {
  write((deeds) => deeds.filter((each) => each.key !== key));
}

let isFlushing = false;

/** Left for later by the person: asked about again when the page is loaded anew, and not every few seconds. */
const postponed = new Set<string>();

/** Sends what was kept, in its order, once the server answers again. What it refuses is told, with the reason. */
export async function flushKept(organisation: string): Promise<void> {
  if (isFlushing || kept.get().length === 0) return;
  isFlushing = true;
  try {
    const due = readKept().filter((each) => each.organisation === organisation && !postponed.has(each.key));
    if (due.length === 0) return;
    for (const deed of due) {
      if (!(await sendKept(deed))) return;
      forget(deed.key);
    }
    await refresh(organisation);
  } finally {
    isFlushing = false;
  }
}

/** False when it has to wait: the server is still gone, or is not ready, or does not know the key. */
async function sendKept(deed: KeptDeed): Promise<boolean> {
  const { organisation, name, input, ifMatch, key, says } = deed;
  try {
    await send(name, input, { organisation, ifMatch, idempotencyKey: key, language: languageNow() });
    tell({ says, tone: 'done' });
    return true;
  } catch (error) {
    if (error instanceof Unreachable) return false;
    if (!(error instanceof Refused)) throw error;
    return settleKept(deed, error);
  }
}

/** A record that moved on meanwhile is asked about as it would have been at once; other refusals are told with what was typed. */
async function settleKept(deed: KeptDeed, { problem }: Refused): Promise<boolean> {
  if (problem.status >= 500 || problem.status === 401) return false;
  if (problem.code === 'revision.stale') {
    const settled = await settleStale(deed.name, deed.input, problem);
    if (settled === 'theirs') return true;
    if (settled !== 'later') {
      const again = { input: settled.again, ifMatch: String(problem.revision), key: crypto.randomUUID() };
      return sendKept({ ...deed, ...again });
    }
    postponed.add(deed.key);
    return false;
  }
  const typed = Object.values(deed.input).filter((value) => typeof value === 'string');
  tell({ says: deed.says, notices: [problem.detail, ...typed], tone: 'failed' });
  return true;
}
