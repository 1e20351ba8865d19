import { useWords } from '../words/use-words.ts';
import { usePlace } from './place.tsx';
import { useIsPast } from './when.ts';

/**
 * Why nothing can be changed here, in words, or undefined when it can: the page shows the past, or the person may not
 * (`permission` as the server's rows name it).
 */
export function useReadOnly(permission?: string): string | undefined {
  const say = useWords('app');
  const isPast = useIsPast();
  const { permissions } = usePlace();
  if (isPast) return say('read-only.past');
  if (permission !== undefined && !permissions.includes(permission)) return say('read-only.denied');
  return undefined;
}
