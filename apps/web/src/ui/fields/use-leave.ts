import { useRef } from 'react';

/**
 * Notices when a field is left after the person changed it: the moment at which it is saved. Another value that came
 * from outside meanwhile is no change of theirs. What was refused is saved once more when the field is left again.
 */
export function useLeave<T>(value: T, onLeave: ((value: T) => void) | undefined, isRefused: boolean) {
  const isChanged = useRef(false);
  return {
    onInput: () => {
      isChanged.current = true;
    },
    onBlur: () => {
      const wasChanged = isChanged.current;
      isChanged.current = false;
      if (wasChanged || isRefused) onLeave?.(value);
    },
  };
}
