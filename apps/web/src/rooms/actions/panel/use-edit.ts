import { useEffect, useEffectEvent, useState } from 'react';
import { isRefusal, useDeed, useWords } from '../../../app/index.ts';
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
 * recorded too when the panel closes over it. A refusal is told beside it, and the entry kept.
 */
export function useEdit<M extends Member>(row: ActionRow, member: M) {
  const deed = useDeed('actions change');
  const say = useWords('actions');
  const [draft, setDraft] = useState<Draft<ActionRow[M]>>();
  const [error, setError] = useState<string>();
  const record = async (value: ActionRow[M], revision: number) => {
    if (isSame(value, row[member])) return setDraft(undefined);
    setDraft({ value, revision });
    try {
      const input = { action: row.id, [member]: value === '' || value === undefined ? null : value };
      const says = say('changed', { title: row.title, member: say(`member.${member}`) });
      const { kept } = await deed({ input, ifMatch: revision, says });
      setError(undefined);
      if (!kept) setDraft(undefined);
    } catch (refused) {
      if (!isRefusal(refused)) throw refused;
      setError(refused.problem.detail);
    }
  };
  const leave = useEffectEvent(() => {
    if (draft && error === undefined) void record(draft.value, draft.revision);
  });
  useEffect(() => () => leave(), []);
  return {
    value: draft === undefined ? row[member] : draft.value,
    error,
    onChange: (value: ActionRow[M]) => setDraft({ value, revision: draft?.revision ?? row.revision }),
    save: (value: ActionRow[M]) => void record(value, draft?.revision ?? row.revision),
  };
}

function isSame(one: Value, other: Value): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
