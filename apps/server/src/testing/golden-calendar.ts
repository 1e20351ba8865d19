import type { Ask } from './server.ts';

type Say = (ask: Ask, method: string, path: string, body: object) => Promise<unknown>;

/** A calendar that is shared, and no longer. */
export async function tellCalendar(inside: Ask, say: Say): Promise<void> {
  await say(inside, 'POST', '/calendar/sharing', { until: '2026-12-31' });
  await say(inside, 'POST', '/calendar/sharing/end', {});
}
