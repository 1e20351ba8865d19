import { notifyManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAgain } from './ask-again.ts';

it('given an answer on screen, when it has been asked again, then whoever shows it shows the new one', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  let revision = 1;
  const control = new QueryObserver(client, { queryKey: ['answer', 'o'], queryFn: async () => revision });
  let shown: number | undefined;
  // As React is told.
  const show = notifyManager.batchCalls(() => {
    shown = control.getCurrentResult().data;
  });
  const leave = control.subscribe(show);
  await expect.poll(() => shown).toBe(1);
  revision = 2;
  await askAgain(client, [['answer', 'o']]);
  expect(shown).toBe(2);
  leave();
  client.clear();
});
