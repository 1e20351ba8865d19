import { usePlace } from '../place/place.tsx';
import { useWhen } from '../place/when.ts';
import { useWords } from '../words/use-words.ts';
import { startLongWork } from './long-work.ts';

/**
 * Has a file made and brought, of the day and position that the page is about: by the name of its row, its input, and
 * what it is called meanwhile. It goes on while other rooms are opened.
 */
export function useLongWork(): (name: string, input: object, says: string) => void {
  const say = useWords('app');
  const { organisation } = usePlace();
  const when = useWhen();
  return (name, input, says) =>
    startLongWork({
      organisation,
      name,
      input: { ...when, ...input },
      says,
      saysDone: say('long-work.done', { what: says }),
      saysBroken: say('long-work.broken', { what: says }),
    });
}
