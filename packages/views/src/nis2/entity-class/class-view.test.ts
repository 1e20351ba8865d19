import { expect, it } from 'vitest';
import type { ViewAsked } from '../../envelope.ts';
import { answered, asked } from '../../testing/asked.ts';
import { start } from '../../testing/library.ts';
import { nis2Classes } from './class-view.ts';

const classesOf = (story: ReturnType<typeof start>, entity?: string, said: Partial<ViewAsked> = {}) =>
  answered(nis2Classes(asked(story, said), entity));

it('given no entity, then it says how to add one, or to ask without', () => {
  const { rows, sentences } = classesOf(start());
  expect([rows, sentences.length]).toEqual([[], 1]);
  expect(sentences[0]).toMatch(/Add one, or try figures/);
});

it('given entities, then each is there with its class, in the order added; one that ended is not, unless named', () => {
  const story = start().on('2026-03-01');
  const cloud = story.done('entities add', {
    name: 'Example Cloud',
    activities: ['I.8.4'],
    alone: { persons: 80, turnover: 9_000_000, balance: 9_000_000 },
    group: { persons: 400 },
    linked: true,
    period: '2025',
  });
  const post = story.done('entities add', { name: 'Example Post', activities: ['II.1.1'] });
  expect(classesOf(story).rows.map(({ name, class: found }) => [name, found])).toEqual([
    ['Example Cloud', 'essential'],
    ['Example Post', 'undetermined'],
  ]);
  story.on('2026-04-01').done('entities end', { entity: post, reason: 'Sold' });
  expect(classesOf(story, undefined, { on: '2026-04-01' }).rows.map(({ id }) => id)).toEqual([cloud]);
  expect(classesOf(story, undefined, { on: '2026-03-31' }).rows).toHaveLength(2);
  expect(classesOf(story, post).rows.map(({ id }) => id)).toEqual([post]);
  expect(nis2Classes(asked(story), 'nobody')).toMatchObject({ refusal: { code: 'entity.unknown' } });
});

it('is read aloud: the class, both sides, the way there, what would decide it, what follows', () => {
  const story = start();
  story.done('entities add', {
    name: 'Example Cloud',
    activities: ['I.8.4'],
    alone: { persons: 80 },
    group: { turnover: 60_000_000 },
    linked: true,
    establishedIn: ['BE'],
  });
  const { sentences } = classesOf(story);
  expect(sentences.slice(0, 4)).toEqual([
    'Example Cloud',
    'Undetermined: important or essential, as far as is known. National law may differ.',
    'Alone: undetermined. With linked enterprises, which is what counts: undetermined.',
    'Article 2(1), 26: Whether it is established in the Union or, where that is enough, serves it. Within the reach of the directive.',
  ]);
  expect(sentences).toContainEqual(expect.stringContaining('Article 1 of Implementing Regulation'));
  expect(sentences).toContain(
    'Article 3(1)(a): Whether it is of a kind in Annex I and large. Open: what is not known could make it either.',
  );
  expect(sentences).toContain(
    'Would decide it: Annual balance sheet total in euros: up to 10 million (important or essential); over 10 and up to 43 million (important or essential); over 43 million (essential).',
  );
});

it('given an entity that grew once, then what follows should it last is read aloud', () => {
  const story = start();
  const figures = { turnover: 5_000_000, balance: 5_000_000 };
  story.done('entities add', {
    name: 'Example',
    activities: ['I.8.4'],
    alone: { persons: 60, ...figures },
    earlier: { alone: { persons: 40, ...figures } },
  });
  expect(classesOf(story).sentences).toContain(
    'Should the size of this period (medium) last another one: important.',
  );
});
