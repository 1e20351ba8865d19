import { useLayoutEffect, useState } from 'react';
import { onceLetGo } from './press.ts';

/**
 * A value as it is shown: it does not change while something is pressed. A press takes the focus out of a field before
 * it is let go, and what is then told there would move away what it aims at.
 */
export function useStill<Value>(value: Value): Value {
  const [shown, show] = useState(value);
  useLayoutEffect(() => onceLetGo(() => show(value)), [value]);
  return shown;
}
