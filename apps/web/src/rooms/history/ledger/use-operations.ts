import { useCallback } from 'react';
import { useWords } from '../../../app/index.ts';

/** Says what a command did: "Evidence recorded". One that has no words yet goes by its name. */
export function useOperations(): (operation: string) => string {
  const say = useWords('history');
  return useCallback(
    (operation) => {
      const key = `did.${operation.replaceAll(' ', '-')}`;
      const words = say(key);
      return words.endsWith(key) ? operation : words;
    },
    [say],
  );
}
