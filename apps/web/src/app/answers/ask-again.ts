import { notifyManager, type QueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * Asks again what is on screen of these questions, and ends when the answers stand there: what was shown in place of
 * them can go then. What is not on screen is asked when it is opened.
 */
export async function askAgain(client: QueryClient, keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  // Who shows an answer hears of it in the order in which answers came, and later than whoever asked: this is heard last.
  await new Promise<void>((heard) => notifyManager.schedule(heard));
}
