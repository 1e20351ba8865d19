import { QueryClient } from '@tanstack/react-query';
import { Refused } from '../client/index.ts';
import { askAgain } from './ask-again.ts';

/** What was read is fresh until the ledger moves; then everything of that organisation is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is mostly on this machine: whether there is a network elsewhere says nothing of it.
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
  },
});

/** Asks again whatever is on screen of an organisation; ends when the answers stand there. */
export function refresh(organisation: string): Promise<void> {
  return askAgain(queryClient, [
    ['answer', organisation],
    ['answer', ''],
  ]);
}
