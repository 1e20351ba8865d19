import { anyDeeds, anyRelationDeeds, doDeed, groundOfDeeds, type Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMemory, type ViewMemory } from '../coverage/memory.ts';
import { frameworkCoverage } from '../framework-coverage.ts';
import { withPauses } from '../pauses/in-parts.ts';
import { seesAll } from '../reader.ts';
import { asked, everyView } from '../testing/asked.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { type Asking, whatIf, whatIfInParts } from './what-if.ts';

const nothing = { set: [], lapse: [], exclude: [], reach: [] };
const never = async () => undefined;

/** What is answered while others do something in each pause, and how many there were. */
async function told(
  story: Story,
  { memory, asking }: { memory: ViewMemory; asking: Partial<Asking> },
  meanwhile: () => unknown = never,
) {
  let pauses = 0;
  const work = whatIfInParts(asked(story, { memory }), { ...nothing, ...asking });
  const answer = await withPauses(work, async () => {
    pauses += 1;
    meanwhile();
  });
  return { text: JSON.stringify(answer), pauses };
}

const atOnceSays = (story: Story, asking: Partial<Asking>) =>
  JSON.stringify(whatIf(asked(story), { ...nothing, ...asking }));

describe('what-if in parts', () => {
  it('law: while others record facts and read views with the same memory, it says the same as all at once', async () => {
    const asking = fc.constantFrom<Partial<Asking>>(
      { reach: [iso] },
      { reach: [`${csf}:60`, iso] },
      { set: ['C-1=works'] },
      { set: ['C-2=planned'], reach: [iso] },
    );
    const courses = fc.tuple(fc.oneof(anyDeeds, anyRelationDeeds), anyDeeds, asking);
    let between = 0;
    await fc.assert(
      fc.asyncProperty(courses, async ([deeds, later, wanted]) => {
        const story = groundOfDeeds();
        for (const deed of deeds) doDeed(story, deed);
        const [memory, left] = [newMemory(), [...later]];
        const expected = atOnceSays(story, wanted);
        everyView(story, { reader: seesAll, on: story.today, memory });
        const { text } = await told(story, { memory, asking: wanted }, () => {
          const deed = left.pop();
          if (!deed) return;
          between += 1;
          doDeed(story, deed);
          everyView(story, { reader: seesAll, on: story.today, memory });
        });
        expect(text).toBe(expected);
      }),
      { numRuns: 20 },
    );
    expect(between).toBeGreaterThan(40);
  });

  const meanwhile: Record<string, (story: Story) => void> = {
    'a control of the list comes to work': (story) => {
      const [first] = story.programme.controls.controls.keys();
      story.done('controls set', { control: first, implementation: 'operating' });
      show(story, 'C-1');
    },
    // As many facts as the list is supposed to take, at the same places in the ledger.
    'controls of no use to the list are added': (story) => {
      for (const code of ['C-3', 'C-4', 'C-5', 'C-6']) addControl(story, code);
    },
  };

  it.each(Object.keys(meanwhile))(
    'given %s in any one of the pauses, then it is looked for as it was',
    async (what) => {
      const planned = { implementation: 'planned' };
      const pausesOf = async (meanwhileAt: number) => {
        const story = start(iso).on('2026-01-10');
        for (const code of ['C-1', 'C-2']) addControl(story, code, planned);
        claim(story, 'C-1', [iso, 'A.5.15']);
        claim(story, ['C-1', 'C-2'], [iso, 'A.5.16']);
        const memory = newMemory();
        const expected = whatIf(asked(story), { ...nothing, reach: [iso] });
        let pauses = 0;
        const work = whatIfInParts(asked(story, { memory }), { ...nothing, reach: [iso] });
        const answer = await withPauses(work, async () => {
          pauses += 1;
          if (pauses !== meanwhileAt) return;
          meanwhile[what]?.(story);
          frameworkCoverage(asked(story, { memory }), iso);
        });
        expect(answer).toEqual(expected);
        return pauses;
      };
      const all = await pausesOf(0);
      expect(all).toBeGreaterThan(15);
      for (let at = 1; at <= all; at += 1) await pausesOf(at);
    },
  );

  it('given many controls to choose from, then it pauses again and again while it searches', async () => {
    const story = start(iso, csf).on('2026-01-10');
    for (let at = 1; at <= 12; at += 1) addControl(story, `C-${at}`, { implementation: 'planned' });
    for (let at = 1; at <= 12; at += 1) {
      claim(story, `C-${at}`, [iso, `A.5.${at}`]);
      claim(story, [`C-${at}`, `C-${(at % 12) + 1}`], [iso, `A.8.${at}`]);
    }
    show(story, 'C-1');
    const [few, many] = await Promise.all(
      [{ set: ['C-1=works'] }, { reach: [iso] }].map((asking) =>
        told(story, { memory: newMemory(), asking }),
      ),
    );
    expect(many?.text).toBe(atOnceSays(story, { reach: [iso] }));
    expect(many?.pauses).toBeGreaterThan((few?.pauses ?? 0) + 5 * 12);
  });
});
