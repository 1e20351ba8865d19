import { useState } from 'react';
import { type Deed, useAttempt, useDeed, useWaiting } from '../../../app/index.ts';
import { besideOf } from './use-saving.ts';

/** The outcome of a profile that something is said of, as the commands name it. */
interface Of extends Readonly<Record<string, unknown>> {
  readonly profile: string;
  readonly requirement: string;
}

type Said = Readonly<Record<string, unknown>>;

/** Records what is chosen in the fields of an outcome; what is refused is said there, and what was typed stays. */
export function useFieldSaving(name: string, of: Of) {
  const deed = useDeed(name);
  const { attempt, errors } = useAttempt();
  const chosen = useChosen(name, of);
  return {
    /**
     * Records what was chosen of an outcome; the fields show it until it is answered: for a server that is gone, until
     * what was kept is recorded or given up.
     */
    saveField: async (what: Omit<Deed, 'input'>, said: Said, whole: Said = said): Promise<boolean> => {
      const leave = chosen.hold(said);
      let left: Promise<void> | undefined;
      const isDone = await attempt(async () => {
        left = (await deed({ ...what, input: { ...of, ...whole } })).kept?.left;
      });
      await left;
      leave();
      return isDone;
    },
    /** What a field shows, of a member that stands as `there`: what was chosen, as long as it waits. */
    shown: chosen.shown,
    isWaiting: chosen.isWaiting,
    errorOf: (field: string) => errors.find((each) => each.field === field)?.message,
    errorBeside: (fields: readonly string[]) => besideOf(errors, fields),
  };
}

/** Members that were chosen and are on their way, or are kept in this browser until the server is back. */
function useChosen(name: string, of: Of) {
  const kept = useWaiting(name, of);
  const [sent, setSent] = useState<ReadonlyMap<string, { readonly value: unknown }>>(new Map());
  return {
    hold: (said: Said) => {
      const mine = Object.entries(said).map(([member, value]) => [member, { value }] as const);
      setSent((now) => new Map([...now, ...mine]));
      return () =>
        setSent((now) => new Map([...now].filter((each) => !mine.some(([, held]) => held === each[1]))));
    },
    shown<Value>(member: string, there: Value): Value {
      const held = sent.get(member);
      if (held) return (held.value ?? undefined) as Value;
      return kept.has(member) ? (kept.get(member) as Value) : there;
    },
    isWaiting: (member: string) => sent.has(member) || kept.has(member),
  };
}
