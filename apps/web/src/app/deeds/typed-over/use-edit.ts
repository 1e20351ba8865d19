import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isRefusal } from '../../client/index.ts';
import type { Outcome } from '../use-deed.ts';
import type { BegunForm } from '../use-draft.ts';
import { useTypedOver } from './use-typed-over.ts';

/** A member of a record, as it was read; its value is one that JSON can say. */
export interface Edited<T> {
  /** What this browser keeps it by until it is recorded. */
  readonly called: string;
  readonly there: T;
  /** Of the record. */
  readonly revision: number;
  /** Sends the member; `revision` is that at which the change was begun, so that who changed it since is asked about. */
  readonly send: (value: T, revision: number) => Promise<Outcome>;
}

interface Draft<T> {
  readonly value: T;
  readonly revision: number;
}

/** A member as it is edited where it stands. */
export interface Edit<T> {
  readonly value: T;
  /** Why it was refused, told beside it; what was entered stays. */
  readonly error: string | undefined;
  /** Set while it stands as it was left before the page was loaded anew. */
  readonly begun: BegunForm | undefined;
  readonly onChange: (value: T) => void;
  /** Records it, where it is another value than the one that is there. */
  readonly save: (value: T) => void;
}

/**
 * A member of a record as it is edited: what was typed stands until it is recorded, whatever comes from others
 * meanwhile, and is recorded too when the panel closes over it. A page that is loaded anew loses nothing of it.
 */
export function useEdit<T>({ called, there, revision, send }: Edited<T>): Edit<T> {
  const [error, setError] = useState<string>();
  // In flight, or kept until the server is back: it is not sent a second time.
  const sent = useRef<{ readonly value: T }>(undefined);
  const typed = useTypedOver<Draft<T>>(called, ({ value }) => !isSame(value, there));
  const { edit: draft, show: setDraft } = typed;
  const record = async (value: T, begunAt: number) => {
    const before = sent.current;
    if (!before && isSame(value, there)) return setDraft(undefined);
    setDraft({ value, revision: begunAt });
    if (before && isSame(value, before.value)) return;
    const mine = { value };
    sent.current = mine;
    const answered = () => {
      if (sent.current === mine) sent.current = undefined;
    };
    try {
      const { kept, told } = await send(value, begunAt);
      setError(undefined);
      if (kept) typed.handOver();
      await kept?.left;
      answered();
      setDraft((now) => now && draftAfter(now, value, told?.revision));
    } catch (refused) {
      answered();
      if (!isRefusal(refused)) throw refused;
      setError(refused.problem.detail);
    }
  };
  const leave = useEffectEvent(() => {
    if (draft && error === undefined && !typed.isUntouched) void record(draft.value, draft.revision);
  });
  useEffect(() => () => leave(), []);
  return {
    value: draft === undefined ? there : draft.value,
    error,
    begun: typed.begun,
    onChange: (value) => typed.type({ value, revision: draft?.revision ?? revision }),
    save: (value) => void record(value, draft?.revision ?? revision),
  };
}

/** What was typed on while the value was sent stays, and is by now a change of what was recorded. */
function draftAfter<T>(now: Draft<T>, sent: T, revision = now.revision): Draft<T> | undefined {
  return isSame(now.value, sent) ? undefined : { value: now.value, revision };
}

/** What is emptied is the same as nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
