import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTurns, type TurnPlace } from './turns.ts';

/** One record, guarded as the server guards it: written only by who has seen its revision. */
function record() {
  let revision: number | undefined;
  let position = 0;
  const written: string[] = [];
  const write = (text: string) => {
    position += 1;
    revision = position;
    written.push(text);
    return String(revision);
  };
  return {
    written,
    write,
    revision: () => (revision === undefined ? undefined : String(revision)),
    /** Answers later, as a server does; refuses what was not seen. */
    async send(text: string, ifMatch: string | undefined) {
      await new Promise((resolve) => setImmediate(resolve));
      if (ifMatch !== (revision === undefined ? undefined : String(revision))) throw new Error('stale');
      return { answer: text, revision: write(text) };
    },
  };
}

const place = (ifMatch: string | undefined): TurnPlace => ({
  organisation: 'o',
  address: '/targets/1',
  ifMatch,
});

describe('given a record that was read once', () => {
  it('when two deeds are sent one right after the other, then the second takes what the first left', async () => {
    const turns = makeTurns();
    const target = record();
    const read = target.write('read');
    const both = ['first', 'second'].map((text) =>
      turns.take(place(read), ({ revision }) => target.send(text, revision)),
    );
    expect(await Promise.all(both)).toEqual(['first', 'second']);
    expect(target.written).toEqual(['read', 'first', 'second']);
  });

  it('when there is none yet, then the second changes what the first has made', async () => {
    const turns = makeTurns();
    const target = record();
    const both = ['first', 'second'].map((text) =>
      turns.take(place(undefined), ({ revision }) => target.send(text, revision)),
    );
    await Promise.all(both);
    expect(target.written).toEqual(['first', 'second']);
  });

  it('when somebody else has changed it, then that is refused, and so is what waits behind', async () => {
    const turns = makeTurns();
    const target = record();
    const read = target.write('read');
    target.write('theirs');
    const both = ['first', 'second'].map((text) =>
      turns.take(place(read), ({ revision }) => target.send(text, revision)),
    );
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(target.written).toEqual(['read', 'theirs']);
  });

  it('when the first came to stand over what somebody else changed, then the second does not stand over it unasked', async () => {
    const turns = makeTurns();
    const target = record();
    const read = target.write('read');
    target.write('theirs');
    const settled = turns.take(place(read), async () => {
      const again = target.write('mine, as asked');
      return { answer: again };
    });
    const second = turns.take(place(read), ({ revision }) => target.send('second', revision));
    await settled;
    await expect(second).rejects.toThrow('stale');
  });

  it('when the first fails, then the second is sent as if it had not been', async () => {
    const turns = makeTurns();
    const target = record();
    const read = target.write('read');
    const first = turns.take(place(read), () => Promise.reject(new Error('refused')));
    const second = turns.take(place(read), ({ revision }) => target.send('second', revision));
    await expect(first).rejects.toThrow('refused');
    expect(await second).toBe('second');
  });
});

describe('given two records that are not there yet', () => {
  const at = (address: string): TurnPlace => ({ organisation: 'o', address, ifMatch: '0' });
  /** Guarded as the server guards it: 0 is said of what is not there. */
  const guarded = (target: ReturnType<typeof record>) => (text: string, ifMatch: string | undefined) =>
    target.send(text, ifMatch === '0' ? undefined : ifMatch);

  it('when each is made, then neither is sent with what the other has left', async () => {
    const turns = makeTurns();
    const targets = [record(), record()];
    for (const [index, target] of targets.entries())
      await turns.take(at(`/frameworks/${index}`), ({ revision }) => guarded(target)('made', revision));
    expect(targets.map(({ written }) => written)).toEqual([['made'], ['made']]);
  });

  it('when one is changed as it is made, then that goes on from there, whichever way it was said not to be there', async () => {
    const turns = makeTurns();
    const target = record();
    const places = [at('/frameworks/1'), { ...at('/frameworks/1'), ifMatch: undefined }];
    const both = places.map((each) => turns.take(each, ({ revision }) => guarded(target)('said', revision)));
    await Promise.all(both);
    expect(target.written).toEqual(['said', 'said']);
  });
});

it('given deeds that only add, then none waits for another', async () => {
  const turns = makeTurns();
  const adding = { organisation: 'o', address: undefined, ifMatch: undefined };
  const never = turns.take(adding, () => new Promise<{ answer: string }>(() => undefined));
  expect(await turns.take(adding, async () => ({ answer: 'added' }))).toBe('added');
  expect(never).toBeInstanceOf(Promise);
});

it('given any deeds on what was read at any time, then one conflicts only with what somebody else changed', async () => {
  const step = fc.record({
    // Whose deed it is, and whether it waits until all before it are answered and read.
    isMine: fc.boolean(),
    hasRead: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const turns = makeTurns();
      const target = record();
      let read = target.write('read');
      let theirsSinceRead = false;
      const sent: Promise<unknown>[] = [];
      for (const { isMine, hasRead } of steps) {
        if (hasRead) {
          await Promise.allSettled(sent);
          read = target.revision() as string;
          theirsSinceRead = false;
        }
        if (isMine) {
          const wasOverTaken = theirsSinceRead;
          const mine = turns.take(place(read), ({ revision }) => target.send('mine', revision));
          sent.push(mine);
          if (wasOverTaken) await expect(mine).rejects.toThrow('stale');
        } else {
          await Promise.allSettled(sent);
          target.write('theirs');
          theirsSinceRead = true;
        }
      }
      const results = await Promise.allSettled(sent);
      if (steps.every(({ isMine }) => isMine))
        expect(results.every(({ status }) => status === 'fulfilled')).toBe(true);
    }),
    { numRuns: 100 },
  );
});
