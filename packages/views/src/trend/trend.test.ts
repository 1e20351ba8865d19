import { emptyProgramme, fold, type Programme } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';
import { pointsBetween } from './days.ts';
import { type Past, type TrendWanted, trend } from './trend.ts';

/** The ledger of a story, with how often it was folded. */
function pastOf(story: Story): Past & { readonly asked: number[][] } {
  const folds: number[][] = [];
  return {
    asked: folds,
    positionAt: async (day, upTo) =>
      story.facts.filter(({ at, seq }) => at.slice(0, 10) <= day && seq <= upTo).length,
    programmesAt: async function* (positions): AsyncGenerator<Programme> {
      folds.push([...positions]);
      for (const position of positions) yield fold(emptyProgramme, story.facts.slice(0, position));
    },
    firstDay: async () => story.facts[0]?.at.slice(0, 10) ?? '',
    pause: async () => undefined,
  };
}

const wanted: TrendWanted = { frameworks: [], every: 'month', asKnown: 'both' };

async function trendOf(
  story: Story,
  said: Partial<TrendWanted> = {},
  past = pastOf(story),
  memory = newMemory(),
) {
  const ask = { ...asked(story, { memory }), today: story.today, past };
  return answered(await trend(ask, { ...wanted, ...said }));
}

async function refusalOf(story: Story, said: Partial<TrendWanted>) {
  const ask = { ...asked(story), today: story.today, past: pastOf(story) };
  const answer = await trend(ask, { ...wanted, ...said });
  return 'refusal' in answer ? answer.refusal.code : '';
}

/** A control that meets one requirement from February on; in April a failure of March becomes known. */
function told(): Story {
  const story = start(iso).on('2026-02-10');
  addControl(story, 'C-1');
  claim(story, 'C-1', [iso, 'A.5.15']);
  show(story, 'C-1');
  show(story.on('2026-04-05'), 'C-1', { outcome: 'fails', collectedOn: '2026-03-20' });
  return story.on('2026-04-30');
}

describe('the trend of a framework', () => {
  it('says of each day what was known when it ended, and what is known of it now', async () => {
    const story = told();
    const { rows, frameworks, period } = await trendOf(story);
    expect(frameworks.map(({ id }) => id)).toEqual([iso]);
    expect(period).toMatchObject({ from: '2026-01-01', to: '2026-04-30' });
    expect(rows.map(({ day, knownThen, knownNow }) => [day, knownThen?.met, knownNow?.met])).toEqual([
      ['2026-01-31', 0, 0],
      ['2026-02-28', 1, 1],
      ['2026-03-31', 1, 0],
      ['2026-04-30', 0, 0],
    ]);
    expect(rows.map(({ position }) => position)).toEqual([4, 8, 8, 9]);
    const march = rows[2];
    expect(march?.knownThen).toMatchObject({ n: 123, met: 1, lower: 1 / 123, unclaimed: 122 });
  });

  it('given a framework was adopted later, then there was nothing to know of it before', async () => {
    const story = told();
    story.done('frameworks adopt', { framework: csf });
    const { rows } = await trendOf(story, { frameworks: [csf], from: '2026-03-01' });
    expect(rows.map(({ day, knownThen, knownNow }) => [day, knownThen?.n ?? null, knownNow?.n])).toEqual([
      ['2026-03-31', null, 106],
      ['2026-04-30', 106, 106],
    ]);
  });

  it('as known then, or as known now, alone leaves the other out', async () => {
    const story = told();
    const past = pastOf(story);
    const now = await trendOf(story, { asKnown: 'now' }, past);
    expect(now.rows[0]).not.toHaveProperty('knownThen');
    expect(past.asked).toEqual([]);
    const then = await trendOf(story, { asKnown: 'then' });
    expect(then.rows[0]).not.toHaveProperty('knownNow');
  });

  it('folds the ledger forward once, and remembers', async () => {
    const story = told();
    const [past, memory] = [pastOf(story), newMemory()];
    const first = await trendOf(story, {}, past, memory);
    expect(past.asked).toEqual([[4, 8, 9]]);
    expect(await trendOf(story, {}, past, memory)).toEqual(first);
    expect(past.asked).toEqual([[4, 8, 9], []]);
  });

  it('lets others be answered between frameworks, and not only between days', async () => {
    const story = told();
    story.done('frameworks adopt', { framework: csf });
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const { rows } = await trendOf(story, { asKnown: 'now' }, { ...pastOf(story), pause });
    expect(rows).toHaveLength(2 * 4);
    expect(pauses).toBeGreaterThan(2 * 4);
  });

  it('given more days than can be told, then it is refused', async () => {
    const story = told().on('2026-12-31');
    expect(await refusalOf(story, { from: '2021-12-31', every: 'month' })).toBe('trend.points');
    expect(await refusalOf(story, { from: '2022-01-01', every: 'month' })).toBe('');
    expect(await refusalOf(story, { frameworks: ['none'] })).toBe('framework.unknown');
    expect(await refusalOf(story, { frameworks: [csf] })).toBe('framework.not-adopted');
    expect(await refusalOf(story, { to: '2027-01-01' })).toBe('period.future');
  });
});

describe('the days of a trend', () => {
  it('are the last ones of weeks, months or quarters, and the last of all', () => {
    const days = (from: string, to: string, every: 'week' | 'month' | 'quarter') =>
      pointsBetween({ from, to }, every, 60);
    expect(days('2026-01-15', '2026-03-10', 'month')).toEqual(['2026-01-31', '2026-02-28', '2026-03-10']);
    expect(days('2026-01-31', '2026-02-28', 'month')).toEqual(['2026-01-31', '2026-02-28']);
    expect(days('2026-03-02', '2026-03-15', 'week')).toEqual(['2026-03-08', '2026-03-15']);
    expect(days('2025-12-31', '2026-07-01', 'quarter')).toEqual([
      '2025-12-31',
      '2026-03-31',
      '2026-06-30',
      '2026-07-01',
    ]);
    expect(days('2026-03-03', '2026-03-03', 'week')).toEqual(['2026-03-03']);
  });
});
