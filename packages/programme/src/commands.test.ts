import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canUndo } from './commands.ts';
import { anyDeeds, doDeed, groundOfDeeds, type Story } from './testing/index.ts';

/** What the latest command wrote, and why it cannot be taken back: '' where it can. */
function latest(story: Story) {
  const batch = story.facts.filter((fact) => fact.batch === story.facts.at(-1)?.batch);
  return { batch, refused: story.refusal('undo', { entry: batch.at(-1)?.seq ?? 0 }) };
}

it('given any course of events, then what a command wrote tells whether it can be taken back right after', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      const story = groundOfDeeds();
      for (const deed of deeds) {
        const before = story.programme.position;
        doDeed(story, deed);
        if (story.programme.position === before) continue;
        const { batch, refused } = latest(story);
        expect(refused).toBe(canUndo(batch) ? '' : 'conflict undo.decided');
        seen.add(canUndo(batch));
      }
    }),
    { numRuns: 20 },
  );
  expect(seen).toEqual(new Set([true, false]));
});
