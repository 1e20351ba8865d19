import { useRef } from 'react';

/** Notices when a field is left with another value than it was entered with: the moment at which it is saved. */
export function useLeave<T>(value: T, onLeave: ((value: T) => void) | undefined) {
  const entered = useRef(value);
  return {
    onFocus: () => {
      entered.current = value;
    },
    onBlur: () => {
      if (onLeave && entered.current !== value) onLeave(value);
    },
  };
}
