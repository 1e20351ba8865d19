import { usePlace } from '../../place/place.tsx';
import { useKept } from './store.ts';
import { waitingIn } from './waiting.ts';

/**
 * What the person has chosen for a record and the server has not recorded yet, by member; what was taken away is
 * undefined. `of` names the record as the input of the command does.
 */
export function useWaiting(
  name: string,
  of: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, unknown> {
  const { organisation } = usePlace();
  return waitingIn(
    useKept().filter((deed) => deed.organisation === organisation && deed.name === name),
    of,
  );
}
