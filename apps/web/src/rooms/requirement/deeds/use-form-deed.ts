import { useRef, useState } from 'react';
import { type Deed, isRefusal, Unreachable, useDeed, useWords } from '../../../app/index.ts';
import type { FormError } from '../../../ui/index.ts';

export interface FormDeed {
  readonly errors: readonly FormError[];
  readonly isPending: boolean;
  readonly send: (deed: Deed) => Promise<void>;
}

/** A command that a form sends. What the server refuses stands in the form, and what was typed stays. */
export function useFormDeed(name: string, onDone: () => void): FormDeed {
  const carryOut = useDeed(name);
  const say = useWords('app');
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isPending, setPending] = useState(false);
  const isUnderWay = useRef(false);
  const send = async (deed: Deed) => {
    // The form stays open until what is on screen is fresh: a second Enter meanwhile sends nothing.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setPending(true);
    try {
      await carryOut(deed);
      onDone();
    } catch (error) {
      if (error instanceof Unreachable) return setErrors([{ message: say('gone-detail') }]);
      if (!isRefusal(error)) throw error;
      const { path, detail } = error.problem;
      setErrors([path === undefined ? { message: detail } : { field: path, message: detail }]);
    } finally {
      isUnderWay.current = false;
      setPending(false);
    }
  };
  return { errors, isPending, send };
}
