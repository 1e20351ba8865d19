import type { Told } from '@concord/operations/client';
import { refresh } from '../answers/query-client.ts';
import { Refused, routeNamed, send, Unreachable } from '../client/index.ts';
import { makeStore } from '../store/store.ts';
import { languageNow } from '../words/language.ts';
import { settleStale } from './conflict.ts';
import { tellDone } from './done.ts';
import { type Asked, isSameTurn, turnOf, turns } from './turns/record-turns.ts';

/** A change that the server has not recorded yet. Its key makes sure that it is carried out once. */
export interface KeptDeed extends Asked {
  readonly key: string;
  readonly says: string;
  /** Address of the page where it was typed. */
  readonly from: string;
  /** Why it does not go out by itself any more, in words: the person sends it again, or gives it up. */
  readonly held?: string | undefined;
}

const place = 'concord.kept';
const kept = makeStore<readonly KeptDeed[]>(readKept());

export const useKept = kept.use;

/** How many changes of this browser no server has recorded yet, of whatever organisation. */
export function useUnsent(): number {
  return kept.use().length;
}

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

/** Whether something of the same record, as it was read for this, goes out before it. */
export function isBehindKept(asked: Asked): boolean {
  return readKept().some((each) => each.held === undefined && isSameTurn(each, asked));
}

/** Gives a change up. */
export function giveUp(key: string): void {
  write((deeds) => deeds.filter((each) => each.key !== key));
}

/** Sends a change that was held once more. */
export function sendAgain({ key, organisation }: KeptDeed): Promise<void> {
  write((deeds) => deeds.map((each) => (each.key === key ? { ...each, held: undefined } : each)));
  return flushKept(organisation);
}

/** What waits for the same record goes on from what this has left. */
function forget(done: KeptDeed, ifMatch: string | undefined): void {
  const follow = (each: KeptDeed) =>
    ifMatch !== undefined && isSameTurn(each, done) ? { ...each, ifMatch } : each;
  write((deeds) => deeds.filter((each) => each.key !== done.key).map(follow));
}

let isFlushing = false;

/** Sends what was kept, in its order, once the server answers again. What it refuses is held, with the reason. */
export async function flushKept(organisation: string): Promise<void> {
  if (isFlushing) return;
  isFlushing = true;
  try {
    let hasSent = false;
    for (let due = nextDue(organisation); due; due = nextDue(organisation)) {
      if (!(await sendKept(due))) break;
      hasSent = true;
    }
    if (hasSent) await refresh(organisation);
  } finally {
    isFlushing = false;
  }
}

function nextDue(organisation: string): KeptDeed | undefined {
  return readKept().find((each) => each.organisation === organisation && each.held === undefined);
}

/** False when it has to wait: the server is still gone, or is not ready, or does not know the key. */
async function sendKept(deed: KeptDeed): Promise<boolean> {
  try {
    return await turns.take(turnOf(deed), async (ifMatch) => {
      const told = await sendOne({ ...deed, ifMatch });
      const revision = told.revision === undefined ? undefined : String(told.revision);
      forget(deed, revision);
      tellDone(told, deed);
      return { answer: true, revision };
    });
  } catch (error) {
    if (error instanceof Unreachable) return false;
    if (!(error instanceof Refused)) throw error;
    return settleKept(deed, error);
  }
}

async function sendOne({ name, input, organisation, ifMatch, key }: KeptDeed): Promise<Told> {
  const sending = { organisation, ifMatch, idempotencyKey: key, language: languageNow() };
  return (await (await send(name, input, sending)).json()) as Told;
}

/** A record that moved on meanwhile is asked about as it would have been at once; other refusals hold what was typed. */
async function settleKept(deed: KeptDeed, { problem }: Refused): Promise<boolean> {
  if (problem.status >= 500 || problem.status === 401) return false;
  const alter = (altered: KeptDeed) =>
    write((deeds) => deeds.map((each) => (each.key === deed.key ? altered : each)));
  if (problem.code !== 'revision.stale') {
    alter({ ...deed, held: problem.detail });
    return true;
  }
  const settled = await settleStale(deed.name, deed.input, problem);
  if (settled === 'theirs') giveUp(deed.key);
  else if (settled === 'later') alter({ ...deed, held: problem.detail });
  else
    alter({
      ...deed,
      input: settled.again,
      ifMatch: String(problem.revision),
      key: crypto.randomUUID(),
    });
  return true;
}

/** What was typed, in words: what stands in the address only names the record. */
export function typedIn({ name, input }: KeptDeed): readonly string[] {
  const { inPath } = routeNamed(name);
  return Object.entries(input).flatMap(([member, value]) =>
    typeof value === 'string' && value !== '' && !inPath.includes(member) ? [value] : [],
  );
}
