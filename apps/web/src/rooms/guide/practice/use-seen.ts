import { useSuspenseQuery } from '@tanstack/react-query';
import { ask, usePlace } from '../../../app/index.ts';
import { lookAt } from './seen.ts';

/** As many as the server answers at once; more are said of in the library. */
export const most = 1000;

/** What is seen stays as it is while somebody says what works, until they look again. `opened` names this opening. */
export function useSeen(opened: string) {
  const { organisation } = usePlace();
  const { data, refetch } = useSuspenseQuery({
    queryKey: ['seen', organisation, opened],
    queryFn: () =>
      lookAt({
        position: () => ask(organisation, 'position'),
        rows: () => ask(organisation, 'controls list', { retired: false, sort: 'family', limit: most }),
      }),
  });
  return { ...data, lookAgain: () => refetch() };
}
