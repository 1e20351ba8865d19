import { afterEach, beforeEach, expect, test } from 'vitest';
import { json, makePlace, type Place, type Served, serve } from './testing/vocabulary.ts';

const writers = 16;
/** How often the server is killed; CONCORD_KILLS=50 for a long run. */
const kills = Number(process.env.CONCORD_KILLS ?? 5);

let place: Place;
let served: Served | undefined;
beforeEach(() => {
  place = makePlace();
});
afterEach(async () => {
  await served?.end('SIGKILL');
  place.remove();
});

interface Sent {
  readonly key: string;
  readonly code: string;
  /** What the server answered, when it could: the position of the batch. */
  acknowledged?: number;
}

test(`a server killed ${kills} times under ${writers} writers loses nothing it acknowledged and doubles nothing`, {
  timeout: 60_000 + kills * 20_000,
}, async () => {
  const sent: Sent[] = [];
  const { organisation } = await json(place, 'organisations', 'create', '--name', 'Havelmark');
  const address = `/api/v1/organisations/${organisation}/controls`;
  const send = async (one: Sent) => {
    const answer = await served?.ask(
      'POST',
      address,
      { code: one.code, name: one.key },
      { 'idempotency-key': one.key },
    );
    expect([200, 201]).toContain(answer?.status);
    const { position } = answer?.body ?? {};
    if (one.acknowledged !== undefined) expect(position).toBe(one.acknowledged);
    one.acknowledged = position;
  };

  for (let life = 0; life < kills; life += 1) {
    served = await serve(place);
    let isAlive = true;
    let answered = 0;
    const enough = 20 + ((life * 37) % 90);
    const writing = Array.from({ length: writers }, async (_, writer) => {
      for (let at = 0; isAlive; at += 1) {
        const one: Sent = { key: `k-${life}-${writer}-${at}`, code: `L${life}-W${writer}-${at}` };
        sent.push(one);
        try {
          await send(one);
        } catch (error) {
          // Cut off in the middle: whether it was carried out is not known. A wrong answer is no cut.
          if (isAlive && error instanceof Error && error.name === 'AssertionError') throw error;
          return;
        }
        answered += 1;
        if (answered === enough) {
          isAlive = false;
          void served?.end('SIGKILL');
        }
      }
    });
    await Promise.all(writing);
    await served.end('SIGKILL');
  }

  served = await serve(place);
  const acknowledged = sent.filter((one) => one.acknowledged !== undefined);
  expect(acknowledged.length).toBeGreaterThanOrEqual(20 * kills);
  for (const one of acknowledged) {
    const shown = await served.ask('GET', `${address}/${one.code}`);
    expect([one.code, shown.status, shown.body.name]).toEqual([one.code, 200, one.key]);
  }
  for (let from = 0; from < sent.length; from += writers)
    await Promise.all(sent.slice(from, from + writers).map(send));
  const listed: string[] = [];
  for (let offset = 0; offset === listed.length; offset += 1000)
    for (const { code } of (await served.ask('GET', `${address}?limit=1000&offset=${offset}`)).body.rows)
      listed.push(code);
  expect(listed.sort()).toEqual(sent.map(({ code }) => code).sort());
  const verified = await json(place, 'verify');
  expect(verified).toMatchObject({ ok: true, checked: 3 + sent.length, findings: [] });
  expect(await served.end('SIGTERM')).toBe(0);
  expect(await json(place, 'verify')).toMatchObject({ ok: true, checked: 3 + sent.length });
});
