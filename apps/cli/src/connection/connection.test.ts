import { describe, expect, test } from 'vitest';
import { refuseToWait, Unreachable, whileHeld } from './connection.ts';

/** A directory that is held, second by second, by whom it is said; undefined when it is free. */
async function waited(holderAt: (second: number) => { since: number; beat?: number } | undefined) {
  let now = 0;
  const attempt = async () => {
    const holder = holderAt(Math.floor(now / 1000));
    if (holder) throw Object.assign(new Error('it is held'), { holder: undefined, ...holder });
    return 'through';
  };
  const time = {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const ended = await whileHeld(attempt, time).catch((error: unknown) => error);
  return { ended, seconds: Math.floor(now / 1000) };
}

describe('waiting for a data directory', () => {
  test('goes on for a holder that shows that it is at work, however slow, and comes through', async () => {
    // A sign of life now and then: the machine is loaded.
    const slow = (second: number) => (second < 55 ? { since: 1, beat: Math.floor(second / 12) } : undefined);
    expect(await waited(slow)).toEqual({ ended: 'through', seconds: 55 });
  });

  test('goes on as long as holders come and go', async () => {
    const queue = (second: number) => (second < 140 ? { since: Math.floor(second / 14) } : undefined);
    expect(await waited(queue)).toEqual({ ended: 'through', seconds: 140 });
  });

  test('ends for one that gives no sign of life, and says so', async () => {
    const { ended, seconds } = await waited(() => ({ since: 1, beat: 5 }));
    expect(ended).toBeInstanceOf(Unreachable);
    expect([(ended as Error).message, seconds]).toEqual([
      'it is held, which does not answer. Wait for it to end, or end it, and try again.',
      15,
    ]);
  });

  test('ends for one that is at work for too long', async () => {
    const { ended, seconds } = await waited((second) => ({ since: 1, beat: second }));
    expect([(ended as Error).message, seconds]).toEqual([
      expect.stringContaining('which has been at work for a minute'),
      60,
    ]);
  });

  test('does not begin where a server has it, and says what to do about that', () => {
    const held = Object.assign(new Error('it is held'), { holder: { address: 'http://x' }, since: 1 });
    expect(() => refuseToWait(held)).toThrow(
      new Unreachable('it is held. End that first, or name another data directory with --data DIR.'),
    );
  });

  test('does not wait for anything else', async () => {
    const other = new Error('something else');
    await expect(whileHeld(() => Promise.reject(other))).rejects.toBe(other);
  });
});
