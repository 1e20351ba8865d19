import { type FocusEvent, useRef } from 'react';

/**
 * Notices when a field is left after the person changed it: the moment at which it is saved. Another value that came
 * from outside meanwhile is no change of theirs. What was refused, or begun before the field was there, is saved once
 * more when the field is left again.
 */
export function useLeave<T>(value: T, onLeave: ((value: T) => void) | undefined, isUnsaved: boolean) {
  const isChanged = useRef(false);
  return {
    onInput: () => {
      isChanged.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      // Left in order to give up what stands there.
      if (relatedTarget?.closest('[data-gives-up]')) return;
      const wasChanged = isChanged.current;
      isChanged.current = false;
      if (wasChanged || isUnsaved) onLeave?.(value);
    },
  };
}
