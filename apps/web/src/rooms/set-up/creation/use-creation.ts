import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefusal, useDeed, useWords } from '../../../app/index.ts';
import { saidOf } from '../frame/said-of.ts';
import { after, type CarryOut, canLeaveOut, carryOn, forgetRun, keepRun, keptRun, type Run } from './run.ts';

/** Why a step was not done, and the member of what was answered that it is about. */
interface Refusal {
  readonly says: string;
  readonly member: string | undefined;
}

/** Carries a set-up out, from where it stands. What was done is kept in this browser after every step. */
export function useCreation(onDone: (run: Run) => void) {
  const say = useWords('set-up');
  const carryOut = useCarryOut();
  const [run, setRun] = useState(() => keptRun(window.localStorage));
  const [refused, setRefused] = useState<Refusal>();
  const [isGoing, setGoing] = useState(false);
  const goOn = useCallback(
    async (from: Run) => {
      setGoing(true);
      setRefused(undefined);
      const keep = (now: Run) => {
        keepRun(window.localStorage, now);
        setRun(now);
      };
      keep(from);
      try {
        const done = await carryOn(from, carryOut, keep);
        forgetRun(window.localStorage);
        onDone(done);
      } catch (error) {
        setGoing(false);
        setRefused({ says: saidOf(error, say), member: isRefusal(error) ? error.problem.path : undefined });
      }
    },
    [carryOut, onDone, say],
  );
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current || !run) return;
    isBegun.current = true;
    void goOn(run);
  }, [run, goOn]);
  return {
    run,
    refused,
    isGoing,
    retry: () => run && void goOn(run),
    leaveOut: run && canLeaveOut(run) ? () => void goOn(after(run, 'left-out')) : undefined,
    giveUp: () => {
      forgetRun(window.localStorage);
      setRun(undefined);
    },
  };
}

/** The commands that a set-up gives, each sent under the key of its step. */
function useCarryOut(): CarryOut {
  const create = useDeed('organisations create');
  const adopt = useDeed('frameworks adopt');
  const state = useDeed('scopes state');
  const add = useDeed('entities add');
  const take = useDeed('library adopt');
  const decide = useDeed('applicability decide-many');
  const profile = useDeed('profiles create');
  return useCallback(
    async ({ operation, input, key }, organisation) => {
      const deeds: Readonly<Record<string, typeof create>> = {
        'organisations create': create,
        'frameworks adopt': adopt,
        'scopes state': state,
        'entities add': add,
        'library adopt': take,
        'applicability decide-many': decide,
        'profiles create': profile,
      };
      const deed = deeds[operation];
      if (!deed) throw new Error(`No step of a set-up is named ${operation}`);
      const { told } = await deed({ input, key, organisation: organisation ?? '' });
      if (!told) throw new Error(`${operation} was given up`);
      return told.organisation;
    },
    [create, adopt, state, add, take, decide, profile],
  );
}
