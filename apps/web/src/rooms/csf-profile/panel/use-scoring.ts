import { useAttempt, useDeed, useWords } from '../../../app/index.ts';

interface Scored {
  readonly profile: string;
  readonly requirement: string;
  /** Null where the outcome is not assessed any more. */
  readonly score: number | null;
  readonly rationale: string;
  readonly scoredOn: string | undefined;
}

/** Records a score. It is a dated judgement: it is not undone, a later one takes its place. */
export function useScoring(onDone: () => void) {
  const say = useWords('csf-profile');
  const deed = useDeed('profiles score');
  const { attempt, errors, isPending } = useAttempt();
  const send = async (input: Scored) => {
    const says = say('score-done', { id: input.requirement });
    if (await attempt(() => deed({ input: { ...input }, says, isFinal: true }))) onDone();
  };
  return { send, errors, isPending };
}
