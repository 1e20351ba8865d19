import type { Programme } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import { expect, it } from 'vitest';
import { newMemory, type ViewMemory } from '../coverage/memory.ts';
import { atOnce } from '../pauses/in-parts.ts';
import { seesAll } from '../reader.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { whyRequirement } from '../why/why.ts';
import { workedBefore } from './worked-before.ts';

const claimsAtOnce = 2000;
const outcomes = ['PR.AA-01', 'PR.AA-02', 'PR.AA-03', 'PR.AA-04', 'PR.AA-05'];

/** A control that works, and beside it so many claims that the second framework is worked out in parts. */
function library(): Story {
  const story = start(iso, csf).on('2026-03-01');
  addControl(story, 'C-1');
  claim(story, 'C-1', [iso, 'A.5.15']);
  show(story, 'C-1', { collectedOn: '2026-02-20', title: 'Good' });
  for (let nth = 0; nth * outcomes.length <= claimsAtOnce; nth += 1) {
    const controls = [`X-${nth}`];
    addControl(story, `X-${nth}`);
    for (const requirement of outcomes) story.done('claims state', { controls, framework: csf, requirement });
  }
  return story;
}

const asked = (programme: Programme, on: string, memory: ViewMemory) => ({
  programme,
  organisation: 'example',
  on,
  head: 'f'.repeat(64),
  reader: seesAll,
  memory,
});

it('given a reader in the middle, when others ask of a later programme, then the reader is told of their own alone', () => {
  const story = library();
  const memory = newMemory();
  const { programme: before, today } = story;
  const first = workedBefore(asked(before, today, memory), 'requirements');
  while (![...memory.worked.keys()].some((key) => key.startsWith(iso))) first.next();
  show(story, 'C-1', { collectedOn: '2026-02-28', outcome: 'fails', title: 'Broken' });
  atOnce(workedBefore(asked(story.programme, today, memory), 'controls'));
  atOnce(first);
  const why = (programme: Programme, own: ViewMemory) =>
    whyRequirement(asked(programme, today, own), { framework: iso, requirement: 'A.5.15' });
  expect(why(before, memory)).toEqual(why(before, newMemory()));
  expect(why(story.programme, memory)).toEqual(why(story.programme, newMemory()));
});

it('given everything at hand, when it is asked for again, then nobody waits and nothing is laid down', () => {
  const story = start(iso, csf).on('2026-03-01');
  addControl(story, 'C-1');
  const memory = newMemory();
  for (const restsOn of ['controls', 'requirements'] as const) {
    const work = () => workedBefore(asked(story.programme, story.today, memory), restsOn);
    atOnce(work());
    expect(work().next().done).toBe(true);
  }
});
