import type { Ask } from './server.ts';

type Say = (
  ask: Ask,
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
) => Promise<unknown>;

/** A point within a requirement that is not applied, and later is. */
export async function tellPoints(inside: Ask, say: Say, { person }: { person: string }): Promise<void> {
  const point = '/points/nis2-2024-2690/3.2.6';
  await say(inside, 'PUT', point, {
    applied: false,
    exclusionReason: 'Two controllers in Kraków have no clock that can be set, and log nothing',
    owner: person,
    reviewOn: '2026-12-31',
    effective: '2026-05-01',
  });
  await say(inside, 'PUT', point, { applied: true }, { 'if-match': '*' });
}
