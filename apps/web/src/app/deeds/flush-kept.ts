import type { Problem, Told } from '@concord/operations/client';
import { refresh } from '../answers/query-client.ts';
import { Refused, send, Unreachable } from '../client/index.ts';
import { languageNow } from '../words/language.ts';
import { saidMovedOn } from './conflict/said.ts';
import { isMovedOn, settleStale } from './conflict/settle.ts';
import { tellDone } from './done.ts';
import { giveUp, type KeptDeed, readKept, writeKept } from './kept/store.ts';
import { goOn, isSameTurn, turnOf, turns } from './turns/record-turns.ts';

/** Sends a change that was held once more. */
export function sendAgain({ key, organisation }: KeptDeed): Promise<void> {
  alter(key, (deed) => ({ ...deed, held: undefined }));
  return flushKept(organisation);
}

function alter(key: string, change: (deed: KeptDeed) => KeptDeed): void {
  writeKept((deeds) => deeds.map((each) => (each.key === key ? change(each) : each)));
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
    return await turns.take(turnOf(deed), async (stand) => {
      const due = goOn(deed, stand);
      const told = await sendOne(due);
      const revision = told.revision === undefined ? undefined : String(told.revision);
      forget(deed, due, revision);
      tellDone(told, deed);
      return { answer: true, revision, said: due };
    });
  } catch (error) {
    if (error instanceof Unreachable) return false;
    if (!(error instanceof Refused)) throw error;
    return settleKept(deed, error.problem);
  }
}

/** What waits for the same record goes on from what this has left. */
function forget(deed: KeptDeed, sent: KeptDeed, revision: string | undefined): void {
  const follow = (each: KeptDeed) =>
    revision !== undefined && (isSameTurn(each, deed) || isSameTurn(each, sent))
      ? goOn(each, { revision, said: sent })
      : each;
  writeKept((deeds) => deeds.filter((each) => each.key !== deed.key).map(follow));
}

async function sendOne({ name, input, organisation, ifMatch, key, round }: KeptDeed): Promise<Told> {
  const idempotencyKey = round === undefined ? key : `${key}-${round}`;
  const sending = { organisation, ifMatch, idempotencyKey, language: languageNow() };
  return (await (await send(name, input, sending)).json()) as Told;
}

/** Answers of a server that is on its way, and of one that has another key. */
const waits: ReadonlySet<number> = new Set([401, 502, 503, 504]);

/** A record that moved on meanwhile is asked about as it would have been at once; other refusals hold what was typed. */
async function settleKept(deed: KeptDeed, problem: Problem): Promise<boolean> {
  if (waits.has(problem.status)) return false;
  if (!isMovedOn(problem)) return hold(deed, problem);
  const settled = await settleStale(deed, problem);
  if (settled === 'later') return hold(deed, saidMovedOn(problem));
  if (settled === 'theirs') giveUp(deed.key);
  else {
    const { again: input } = settled;
    const ifMatch = String(problem.revision);
    alter(deed.key, ({ round = 0, ...each }) => ({ ...each, input, ifMatch, round: round + 1 }));
  }
  return true;
}

function hold({ key }: KeptDeed, { detail }: Problem): true {
  alter(key, (deed) => ({ ...deed, held: detail }));
  return true;
}
