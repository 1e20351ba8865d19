import { refresh } from '../answers/query-client.ts';
import { Refused, send, Unreachable } from '../client/index.ts';
import { makeStore } from '../store/store.ts';
import { languageNow } from '../words/language.ts';
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

function write(deeds: readonly KeptDeed[]): void {
  kept.set(deeds);
  window.localStorage.setItem(place, JSON.stringify(deeds));
}

export function keep(deed: KeptDeed): void {
  write([...kept.get(), deed]);
}

let isFlushing = false;

/** Sends what was kept, in its order, once the server answers again. What it refuses is told, with the reason. */
export async function flushKept(organisation: string): Promise<void> {
  if (isFlushing || kept.get().length === 0) return;
  isFlushing = true;
  try {
    for (const deed of kept.get().filter((each) => each.organisation === organisation)) {
      if (!(await sendKept(deed))) return;
      write(kept.get().filter(({ key }) => key !== deed.key));
    }
    await refresh(organisation);
  } finally {
    isFlushing = false;
  }
}

/** False when the server is still gone. */
async function sendKept(deed: KeptDeed): Promise<boolean> {
  const { organisation, name, input, ifMatch, key, says } = deed;
  try {
    await send(name, input, { organisation, ifMatch, idempotencyKey: key, language: languageNow() });
    tell({ says, tone: 'done' });
    return true;
  } catch (error) {
    if (error instanceof Unreachable) return false;
    if (!(error instanceof Refused)) throw error;
    tell({ says, notices: [error.problem.detail], tone: 'failed' });
    return true;
  }
}
