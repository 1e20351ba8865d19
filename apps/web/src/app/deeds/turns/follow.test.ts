import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asked } from './asked.ts';
import { followed } from './follow.ts';
import { makeTurns } from './turns.ts';

const organisation = 'o';
const read = { organisation, address: '/targets/1', ifMatch: '5' };
const target = (input: Asked['input'], changes?: readonly string[]): Asked => ({
  organisation,
  name: 'targets set',
  input,
  ifMatch: '5',
  changes,
});

describe('given a deed that was begun before one’s own last one was read', () => {
  const first = target({ wanted: true, priority: 'high', notes: 'Ours' }, ['priority']);
  const stand = { revision: '7', said: first };

  it('when it changes members, then it goes on from what was left', () => {
    expect(followed(target({ rationale: 'Why' }), 'PATCH', stand)).toMatchObject({
      input: { rationale: 'Why' },
      ifMatch: '7',
    });
  });

  it('when it says the whole record, then only what it changes takes the place of what was said last', () => {
    const second = target({ wanted: true, rationale: 'Why' }, ['rationale', 'notes']);
    expect(followed(second, 'PUT', stand)).toMatchObject({
      input: { wanted: true, priority: 'high', rationale: 'Why' },
      ifMatch: '7',
    });
    expect(followed(second, 'PUT', stand).input).not.toHaveProperty('notes');
  });

  it('when it says the whole record and not what of it is new, or another row spoke last, then it keeps the revision that was read', () => {
    const whole = target({ wanted: true });
    expect(followed(whole, 'PUT', stand)).toBe(whole);
    const named = target({ wanted: false }, ['wanted']);
    expect(followed(named, 'PUT', { revision: '7', said: { ...first, name: 'another' } })).toBe(named);
    expect(followed(named, 'PUT', { revision: '7' })).toBe(named);
  });
});

it('given any changes of one whole record that were all begun on the same reading, then each member is as it was said last', async () => {
  const members = fc.constantFrom('priority', 'tier', 'rationale', 'due');
  const change = fc.dictionary(members, fc.option(fc.nat(3), { nil: undefined }), { minKeys: 1 });
  await fc.assert(
    fc.asyncProperty(change, fc.array(change, { maxLength: 6 }), async (seen, changes) => {
      const turns = makeTurns();
      let stands: Asked['input'] = clean(seen);
      let revision = 5;
      const record = async (asked: Asked) => {
        await new Promise((resolve) => setImmediate(resolve));
        if (asked.ifMatch !== String(revision)) throw new Error('stale');
        revision += 1;
        stands = asked.input;
        return { answer: true, revision: String(revision), said: asked };
      };
      const sent = changes.map((each) => {
        const asked = target(clean({ ...seen, ...each }), Object.keys(each));
        return turns.take(read, (stand) => record(followed(asked, 'PUT', stand)));
      });
      await Promise.all(sent);
      expect(stands).toEqual(clean(Object.assign({}, seen, ...changes)));
    }),
    { numRuns: 100 },
  );
});

function clean(input: object): Asked['input'] {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
