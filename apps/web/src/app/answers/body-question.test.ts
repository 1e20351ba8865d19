import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { bodyQuestion } from './body-question.ts';

const asked = {
  organisation: 'o',
  name: 'report',
  input: { report: 'gap-assessment' },
  as: 'bytes',
} as const;
const turn = () => new Promise((resolve) => setTimeout(resolve));

it('given pages on screen, when the ledger of their organisation has moved, then they are asked for anew', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  let made = 0;
  const observer = new QueryObserver(
    client,
    bodyQuestion(asked, async () => {
      made += 1;
      return `pages ${made}`;
    }),
  );
  const leave = observer.subscribe(() => {});
  await turn();
  await client.invalidateQueries({ queryKey: ['answer', 'another'] });
  expect(observer.getCurrentResult().data).toBe('pages 1');
  await client.invalidateQueries({ queryKey: ['answer', 'o'] });
  expect(observer.getCurrentResult().data).toBe('pages 2');
  leave();
});

it('given pages that are being set, when nobody waits for them any more, then that is broken off', async () => {
  const signals: AbortSignal[] = [];
  const waiting = bodyQuestion(asked, (signal) => {
    signals.push(signal);
    return new Promise<string>(() => {});
  });
  const leave = new QueryObserver(new QueryClient(), waiting).subscribe(() => {});
  await turn();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  leave();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
