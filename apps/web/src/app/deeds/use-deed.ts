import type { Foretold, Problem, Told } from '@concord/operations/client';
import { useCallback } from 'react';
import { refresh } from '../answers/query-client.ts';
import { answerTold, type Far, inLines, isRefusal, Refused, send, Unreachable } from '../client/index.ts';
import { useMaybePlace } from '../place/place.tsx';
import { useIsPast } from '../place/when.ts';
import { languageNow, sayNow } from '../words/language.ts';
import { saidBeside, saidMovedOn } from './conflict/said.ts';
import { isMovedOn, type RefusedAnswer, refusedAnswer, settleStale } from './conflict/settle.ts';
import { tellDone } from './done.ts';
import { isBehindKept, keep } from './kept/store.ts';
import { dismissTakenBack } from './notices.ts';
import type { Asked } from './turns/asked.ts';
import { goOn, turnOf, turns } from './turns/record-turns.ts';

export interface Deed {
  readonly input: Readonly<Record<string, unknown>>;
  /** Revision of the record as it was read, where the row guards one. */
  readonly ifMatch?: string | number | undefined;
  /**
   * Members that it changes, of a row that says the whole record: where one's own change before it was not read yet, the
   * others stand as that has left them. Without it the server's answer, that the record has moved on, is asked about.
   */
  readonly changes?: readonly string[] | undefined;
  /** What is told when it is done: "C-031 now belongs to Tomasz Nowak". Nothing is told without it. */
  readonly says?: string | undefined;
  /** What is told says all of it: the notices of the server, which would say the same again, are left out. */
  readonly saysAll?: boolean | undefined;
  /** It decides or submits, or its answer is shown: so it is never kept to be sent later, when the server is gone. */
  readonly isFinal?: boolean | undefined;
  /** Organisation, where none is open yet. */
  readonly organisation?: string | undefined;
  /** Key to send it under, of a caller that keeps the deed and sends it again itself; then `Unreachable` is thrown. */
  readonly key?: string | undefined;
  /** Is told how far it is, of a row that takes long. */
  readonly hear?: ((far: Far) => void) | undefined;
}

/** What came of a deed: recorded; kept here until the server is back; or given up in favour of somebody else's. */
export type Outcome =
  | { readonly told: Told; readonly kept?: never }
  | { readonly kept: Waiting; readonly told?: never }
  | { readonly told?: never; readonly kept?: never };

interface Waiting {
  /** When it waits no more, as it was recorded or given up, and what is on screen says which. */
  readonly left: Promise<void>;
}

export type Do = (deed: Deed) => Promise<Outcome>;

/**
 * A command by the name of its row. Throws `Refused` with the reason, for the form to show; settles by itself that the
 * record has changed meanwhile (by asking) and that the server is gone (by keeping the change and its key).
 */
export function useDeed(name: string): Do {
  const organisation = useMaybePlace()?.organisation ?? '';
  const isPast = useIsPast();
  return useCallback(
    async (deed) => {
      if (isPast) throw new Refused(pastProblem(sayNow('read-only.past')));
      return carryOut(name, { ...deed, organisation: deed.organisation ?? organisation });
    },
    [name, organisation, isPast],
  );
}

/** Their answer shows a key once: sent again later, nobody would see it. */
const answersKey = new Set(['collectors add', 'collectors renew', 'calendar share']);

/** A page of the past changes nothing, however its form was opened. */
function pastProblem(detail: string): Problem {
  return { type: 'about:blank', title: 'past', status: 409, code: 'page.past', detail };
}

type Placed = Deed & { readonly organisation: string };

async function carryOut(name: string, deed: Placed): Promise<Outcome> {
  const { organisation, input, changes } = deed;
  const ifMatch = deed.ifMatch === undefined ? undefined : String(deed.ifMatch);
  const asked = { organisation, name, input, ifMatch, changes };
  const from = window.location.pathname + window.location.search;
  const outcome = await turns.take(turnOf(asked), (stand) => attemptOrKeep(goOn(asked, stand), deed, from));
  if (!outcome.told) return outcome;
  await refresh(organisation);
  if (name === 'undo') dismissTakenBack({ organisation, position: Number(input.entry) });
  tellDone(deed.saysAll ? { ...outcome.told, notices: [] } : outcome.told, deed);
  return outcome;
}

interface Attempted {
  readonly answer: Outcome;
  /** What the record is left at, where nobody else changed it in between. */
  readonly revision?: string | undefined;
  readonly said?: Asked | undefined;
}

/** Sends it; keeps it instead where the server is gone, or where something of the same record waits already. */
async function attemptOrKeep(asked: Asked, deed: Placed, from: string): Promise<Attempted> {
  const isForLater = deed.key === undefined && !deed.isFinal && !answersKey.has(asked.name);
  // What is kept goes out when its organisation is opened.
  const mayBeKept = isForLater && asked.organisation !== '';
  const key = deed.key ?? crypto.randomUUID();
  const keepIt = (): Attempted => {
    const gone = keep({ ...asked, key, from, says: deed.says ?? sayNow('change') });
    return { answer: { kept: { left: gone.then(() => refresh(asked.organisation)) } } };
  };
  if (mayBeKept && isBehindKept(asked)) return keepIt();
  try {
    return await attempt(asked, { deed, key, from });
  } catch (error) {
    if (mayBeKept && error instanceof Unreachable) return keepIt();
    throw error;
  }
}

/** Sends it, and once more where the record has moved on and the person has said how both stand. */
async function attempt(asked: Asked, { deed, key, from }: Attempting): Promise<Attempted> {
  try {
    const told = await sendDeed<Told>(asked, { key, hear: deed.hear });
    const revision = told.revision === undefined ? undefined : String(told.revision);
    return { answer: { told }, revision, said: asked };
  } catch (error) {
    if (!isRefusal(error) || !isMovedOn(error.problem)) throw error;
    return settleAndSend(asked, error.problem, { deed, from });
  }
}

interface Attempting {
  readonly deed: Placed;
  readonly key: string;
  readonly from: string;
}

/** Asks how both stand and sends that; asks again where a text that joins both was refused, for it stands nowhere else. */
async function settleAndSend(
  asked: Asked,
  problem: Problem,
  { deed, from }: Omit<Attempting, 'key'>,
): Promise<Attempted> {
  let before: RefusedAnswer | undefined;
  for (;;) {
    const settled = await settleStale(asked, problem, before);
    await refresh(asked.organisation);
    if (settled === 'later') throw new Refused(saidMovedOn(problem));
    if (settled === 'theirs') return { answer: {} };
    const again = { ...asked, input: settled.again, ifMatch: String(problem.revision) };
    try {
      const { answer } = await attemptOrKeep(again, deed, from);
      return { answer: answer.told ? { told: saidBeside(answer.told, settled) } : answer };
    } catch (error) {
      before = refusedAnswer(settled, error);
      if (before === undefined) throw error;
    }
  }
}

async function sendDeed<Answer>(
  { organisation, name, input, ifMatch }: Asked,
  { key, preview, hear }: Pick<Deed, 'key' | 'hear'> & { readonly preview?: boolean },
): Promise<Answer> {
  const sending = { organisation, ifMatch, idempotencyKey: key, preview, language: languageNow() };
  const response = await send(name, input, hear ? { ...sending, accept: inLines } : sending);
  return hear ? answerTold<Answer>(response, hear) : ((await response.json()) as Answer);
}

/** What a command would write, without writing it. Throws as the deed itself would. */
export function foretell(organisation: string, name: string, input: Deed['input']): Promise<Foretold> {
  return sendDeed<Foretold>({ organisation, name, input }, { preview: true });
}
