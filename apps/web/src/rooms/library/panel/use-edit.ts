import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type BegunForm, useDeed, useTypedOver, useWords } from '../../../app/index.ts';
import { reasonOf } from '../control/attempt.ts';
import type { ControlSheet } from '../control/row.ts';

/** Members of a control that are edited in the panel. */
export type Member =
  | 'name'
  | 'code'
  | 'statement'
  | 'owner'
  | 'frequency'
  | 'implementation'
  | 'design'
  | 'scopes'
  | 'family'
  | 'test'
  | 'usualEvidence'
  | 'conditionHolds';

type Value = string | boolean | readonly string[] | undefined;

interface Draft<T> {
  readonly value: T;
  /** Revision at which the change was begun: who changed it since is asked about. */
  readonly revision: number;
}

interface Edited<T> {
  readonly value: T;
  readonly error: string | undefined;
  /** Set while it stands as it was left before the page was loaded anew. */
  readonly begun: BegunForm | undefined;
  readonly onChange: (value: T) => void;
  /** Records it, where it is another value than the one that is there. */
  readonly save: (value: T) => void;
}

/**
 * A member of a control as it is edited: what was typed stands until it is recorded, whatever comes from others
 * meanwhile, and is recorded too when the panel closes over it. A page that is loaded anew loses nothing of it.
 */
export function useEdit<T extends Value>(sheet: ControlSheet, member: Member, says: string): Edited<T> {
  const deed = useDeed('controls set');
  const say = useWords('library');
  const [error, setError] = useState<string>();
  // In flight, or kept until the server is back: it is not sent a second time.
  const sent = useRef<{ readonly value: T }>(undefined);
  const there = sheet[member] as T;
  const typed = useTypedOver<Draft<T>>(
    `${member} of the control ${sheet.id}`,
    ({ value }) => !isSame(value, there),
  );
  const { edit: draft, show: setDraft } = typed;
  const record = async (value: T, revision: number) => {
    const before = sent.current;
    if (!before && isSame(value, there)) return setDraft(undefined);
    setDraft({ value, revision });
    if (before && isSame(value, before.value)) return;
    const mine = { value };
    sent.current = mine;
    const answered = () => {
      if (sent.current === mine) sent.current = undefined;
    };
    try {
      const input = { control: sheet.id, [member]: value === '' || value === undefined ? null : value };
      const { kept, told } = await deed({ input, ifMatch: revision, says });
      setError(undefined);
      if (kept) typed.handOver();
      await kept?.left;
      answered();
      setDraft((now) => now && draftAfter(now, value, told?.revision));
    } catch (refused) {
      answered();
      setError(reasonOf(refused, say));
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
    onChange: (value) => typed.type({ value, revision: draft?.revision ?? sheet.revision }),
    save: (value) => void record(value, draft?.revision ?? sheet.revision),
  };
}

/** What was typed on while the value was sent stays, and is by now a change of what was recorded. */
function draftAfter<T extends Value>(now: Draft<T>, sent: T, revision = now.revision): Draft<T> | undefined {
  return isSame(now.value, sent) ? undefined : { value: now.value, revision };
}

function isSame(one: Value, other: Value): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
