import { anyDeeds, anyRelationDeeds, doDeed, groundOfDeeds, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMemory, type ViewMemory } from './coverage/memory.ts';
import type { ViewAsked } from './envelope.ts';
import { atOnce, type InParts } from './pauses/in-parts.ts';
import { seesAll } from './reader.ts';
import { asked } from './testing/asked.ts';
import { everyAnswer, everyList, everyWork } from './testing/every-answer.ts';

const answers = Object.keys(everyAnswer);
const lists = Object.keys(everyList);
const works = Object.keys(everyWork);
const anyCourse = fc.oneof(anyDeeds, anyRelationDeeds);

/** Who asks, about which day and scope, in which language; the day of the last deed and the scope of the adoption where none is named. */
const anyAsking = fc.record({
  sees: fc.constantFrom('all', 'all', 'own'),
  on: fc.constantFrom('today', '2026-02-15', '2026-09-01'),
  language: fc.constantFrom('en', 'de'),
  scope: fc.constantFrom('adopted', 'adopted', 'Inner', 'Outer'),
});
type AskingOf = typeof anyAsking extends fc.Arbitrary<infer T> ? T : never;

function askedBy(story: Story, { sees, on, language, scope }: AskingOf): Partial<ViewAsked> {
  const { scopes } = story.programme.governance;
  return {
    reader: sees === 'all' ? seesAll : { person: 'ben', sees: 'own' },
    on: on === 'today' ? story.today : on,
    language,
    scope: scopes.findKey(({ name }) => name === scope),
  };
}

/** Answers in turn, with a memory that others share; each has to be the one that is had from nothing. */
function expectSameAnswers(
  story: Story,
  names: readonly string[],
  said: Partial<ViewAsked>,
  memory: ViewMemory,
) {
  for (const name of names) {
    const answer = everyAnswer[name]!;
    const remembered = JSON.stringify(answer(asked(story, { ...said, memory })));
    expect(remembered, name).toBe(JSON.stringify(answer(asked(story, said))));
  }
}

describe('given any course of events', () => {
  it('law: a memory shared by readers, days, languages, scopes and changes never alters an answer', () => {
    const some = fc.shuffledSubarray(answers, { minLength: 3, maxLength: 6 });
    const askings = fc.array(anyAsking, { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(anyCourse, some, askings, (deeds, names, all) => {
        const story = groundOfDeeds();
        const memory = newMemory();
        for (const [at, deed] of deeds.entries()) {
          doDeed(story, deed);
          if (at % 6 !== 5 && at < deeds.length - 1) continue;
          for (const asking of all)
            expectSameAnswers(story, [...lists, ...names], askedBy(story, asking), memory);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('law: what is worked out in parts says the same as all at once, while others record, read and begin the like', () => {
    const begun = fc.array(fc.tuple(fc.constantFrom(...works), anyAsking), { minLength: 2, maxLength: 4 });
    const between = fc.shuffledSubarray(answers, { minLength: 2, maxLength: 4 });
    let meanwhile = 0;
    fc.assert(
      fc.property(
        anyCourse,
        anyDeeds,
        begun,
        fc.tuple(between, anyAsking),
        (deeds, later, wanted, others) => {
          const story = groundOfDeeds();
          for (const deed of deeds) doDeed(story, deed);
          const memory = newMemory();
          const open: Working[] = [];
          const [next, left] = [[...wanted], [...later]];
          for (let turn = 0; next.length + open.length > 0; turn += 1) {
            const [name, asking] = (turn % 5 === 0 && next.pop()) || [];
            if (name && asking) open.push(begin(story, name, { ...askedBy(story, asking), memory }));
            const one = open[turn % Math.max(1, open.length)];
            if (one && isDone(one)) open.splice(open.indexOf(one), 1);
            const deed = turn % 3 === 2 ? left.pop() : undefined;
            if (!deed) continue;
            meanwhile += 1;
            doDeed(story, deed);
            const [names, how] = others;
            expectSameAnswers(story, [names[turn % names.length]!], askedBy(story, how), memory);
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(meanwhile).toBeGreaterThan(40);
  });
});

interface Working {
  readonly name: string;
  readonly work: InParts<unknown>;
  readonly expected: string;
}

function begin(story: Story, name: string, said: Partial<ViewAsked>): Working {
  const work = everyWork[name]!;
  const expected = JSON.stringify(atOnce(work(asked(story, { ...said, memory: newMemory() }))));
  return { name, work: work(asked(story, said)), expected };
}

/** One part further; once it has come to its end, it has to have come to the same. */
function isDone({ name, work, expected }: Working): boolean {
  const { done, value } = work.next();
  if (done) expect(JSON.stringify(value), name).toBe(expected);
  return done === true;
}
