import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { isRefusal, useDeed, useTypedOver, useWords } from '../../../app/index.ts';
import type { ActionRow } from '../list/wanted.ts';

/** Members of an action that are edited where they stand. */
export type Member = 'title' | 'what' | 'owner' | 'due' | 'priority' | 'resources' | 'closes';

type Value = ActionRow[Member];

interface Draft<T> {
  readonly value: T;
  /** Revision at which the change was begun: who changed it since is asked about. */
  readonly revision: number;
}

/**
 * A member as it is edited: what was typed stands until it is recorded, whatever comes from others meanwhile, and is
 * recorded too when the panel closes over it; a page that is loaded anew loses nothing of it. A refusal is told beside
 * it, and the entry kept.
 */
export function useEdit<M extends Member>(row: ActionRow, member: M) {
  const deed = useDeed('actions change');
  const say = useWords('actions');
  const typed = useTypedOver<Draft<ActionRow[M]>>(
    `${member} of the action ${row.id}`,
    ({ value }) => !isSame(value, row[member]),
  );
  const { edit: draft, show: setDraft } = typed;
  const [error, setError] = useState<string>();
  // In flight, or kept until the server is back: it is not sent a second time.
  const sent = useRef<{ readonly value: ActionRow[M] }>(undefined);
  const record = async (value: ActionRow[M], revision: number) => {
    const before = sent.current;
    if (!before && isSame(value, row[member])) return setDraft(undefined);
    setDraft({ value, revision });
    if (before && isSame(value, before.value)) return;
    const mine = { value };
    sent.current = mine;
    const answered = () => {
      if (sent.current === mine) sent.current = undefined;
    };
    try {
      const input = { action: row.id, [member]: orNull(value) };
      const says = say('changed', { title: row.title, member: say(`member.${member}`) });
      const { kept, told } = await deed({ input, ifMatch: revision, says });
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
    value: draft === undefined ? row[member] : draft.value,
    error,
    begun: typed.begun,
    onChange: (value: ActionRow[M]) => typed.type({ value, revision: draft?.revision ?? row.revision }),
    save: (value: ActionRow[M]) => void record(value, draft?.revision ?? row.revision),
  };
}

/** What was typed on while the value was sent stays, and is by now a change of what was recorded. */
function draftAfter<T extends Value>(now: Draft<T>, sent: T, revision = now.revision): Draft<T> | undefined {
  return isSame(now.value, sent) ? undefined : { value: now.value, revision };
}

/** What is emptied is taken away. */
function orNull(value: Value) {
  return value === '' || value === undefined ? null : value;
}

function isSame(one: Value, other: Value): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
