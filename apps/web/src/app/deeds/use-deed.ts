import type { Foretold, Problem, Told } from '@concord/operations/client';
import { useCallback } from 'react';
import { refresh } from '../answers/query-client.ts';
import { isRefusal, Refused, send, Unreachable } from '../client/index.ts';
import { useMaybePlace } from '../place/place.tsx';
import { useIsPast } from '../place/when.ts';
import { languageNow } from '../words/language.ts';
import { type Say, useWords } from '../words/use-words.ts';
import { settleStale } from './conflict.ts';
import { keep } from './kept.ts';
import { tell } from './notices.ts';

export interface Deed {
  readonly input: Readonly<Record<string, unknown>>;
  /** Revision of the record as it was read, where the row guards one. */
  readonly ifMatch?: string | number | undefined;
  /** What is told when it is done: "C-031 now belongs to Tomasz Nowak". Nothing is told without it. */
  readonly says?: string | undefined;
  /** It decides or submits, and cannot be undone. */
  readonly isFinal?: boolean | undefined;
  /** Organisation, where none is open yet. */
  readonly organisation?: string | undefined;
  /** Key to send it under, of a caller that keeps the deed and sends it again itself; then `Unreachable` is thrown. */
  readonly key?: string | undefined;
}

/** What came of a deed: recorded; kept here until the server is back; or given up in favour of somebody else's. */
export type Outcome =
  | { readonly told: Told; readonly kept?: never }
  | { readonly kept: true; readonly told?: never }
  | { readonly told?: never; readonly kept?: never };

export type Do = (deed: Deed) => Promise<Outcome>;

/**
 * A command by the name of its row. Throws `Refused` with the reason, for the form to show; settles by itself that the
 * record has changed meanwhile (by asking) and that the server is gone (by keeping the change and its key).
 */
export function useDeed(name: string): Do {
  const organisation = useMaybePlace()?.organisation ?? '';
  const say = useWords('app');
  const isPast = useIsPast();
  return useCallback(
    async (deed) => {
      if (isPast) throw new Refused(pastProblem(say('read-only.past')));
      return carryOut(name, { ...deed, organisation: deed.organisation ?? organisation }, say);
    },
    [name, organisation, say, isPast],
  );
}

/** Their answer shows a key once: sent again later, nobody would see it. */
const answersKey = new Set(['collectors add', 'collectors renew', 'calendar share']);

/** A page of the past changes nothing, however its form was opened. */
function pastProblem(detail: string): Problem {
  return { type: 'about:blank', title: 'past', status: 409, code: 'page.past', detail };
}

type Placed = Deed & { readonly organisation: string };

async function carryOut(name: string, deed: Placed, say: Say): Promise<Outcome> {
  const idempotencyKey = deed.key ?? crypto.randomUUID();
  const { organisation, input } = deed;
  const ifMatch = deed.ifMatch === undefined ? undefined : String(deed.ifMatch);
  try {
    const told = await sendDeed(name, input, { organisation, ifMatch, idempotencyKey });
    await refresh(organisation);
    void tellDone(told, deed, say);
    return { told };
  } catch (error) {
    if (isRefusal(error, 'revision.stale')) return settle(name, deed, { problem: error.problem, error, say });
    const isKept =
      error instanceof Unreachable && deed.key === undefined && !deed.isFinal && !answersKey.has(name);
    if (!isKept) throw error;
    keep({ key: idempotencyKey, organisation, name, input, ifMatch, says: deed.says ?? say('change') });
    return { kept: true };
  }
}

interface Sent {
  readonly organisation: string;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly preview?: boolean;
}

async function sendDeed<Answer = Told>(name: string, input: Deed['input'], sent: Sent): Promise<Answer> {
  const response = await send(name, input, { ...sent, language: languageNow() });
  return (await response.json()) as Answer;
}

/** The record has moved on since it was read: asks how both stand, and sends what is left of this. */
async function settle(
  name: string,
  deed: Placed,
  { problem, error, say }: { problem: Problem; error: unknown; say: Say },
): Promise<Outcome> {
  const settled = await settleStale(name, deed.input, problem);
  await refresh(deed.organisation);
  if (settled === 'later') throw error;
  if (settled === 'theirs') return {};
  return carryOut(name, { ...deed, input: settled.again, ifMatch: problem.revision }, say);
}

async function tellDone(told: Told, { says, isFinal, organisation }: Placed, say: Say): Promise<void> {
  const { notices, unchanged, position } = told;
  if (says === undefined && !notices?.length) return;
  const mayUndo = says !== undefined && !isFinal && !unchanged;
  const canUndo = mayUndo && (await canTakeBack(organisation, position));
  const undo = canUndo ? () => void takeBack(organisation, { position, say }) : undefined;
  tell({ says: unchanged ? say('unchanged') : (says ?? say('done')), notices, tone: 'done', undo });
}

/** What decides or submits stays: the rule itself is asked, so that no Undo is offered that would be refused. */
async function canTakeBack(organisation: string, entry: number): Promise<boolean> {
  try {
    await foretell(organisation, 'undo', { entry });
    return true;
  } catch {
    return false;
  }
}

async function takeBack(
  organisation: string,
  { position, say }: { position: number; say: Say },
): Promise<void> {
  try {
    await sendDeed('undo', { entry: position }, { organisation, idempotencyKey: crypto.randomUUID() });
    tell({ says: say('undone'), tone: 'done' });
  } catch (error) {
    const reason = isRefusal(error) ? error.problem.detail : say('unreachable');
    tell({ says: say('not-undone'), notices: [reason], tone: 'failed' });
  }
  await refresh(organisation);
}

/** What a command would write, without writing it. Throws as the deed itself would. */
export function foretell(organisation: string, name: string, input: Deed['input']): Promise<Foretold> {
  return sendDeed<Foretold>(name, input, { organisation, preview: true });
}
