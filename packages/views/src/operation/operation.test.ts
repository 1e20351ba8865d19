import { createHash } from 'node:crypto';
import { freshnessOn, periodOn, piecesInPractice } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, iso, show, start } from '../testing/library.ts';
import { type OperationFilter, type OperationRow, operation } from './operation.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

function operationOf(story: Story, filter: Partial<OperationFilter> = {}) {
  const ask = { ...asked(story), today: story.today };
  return answered(atOnce(operation(ask, { ...year, offset: 0, limit: 50, ...filter })));
}

function rowOf(story: Story, code: string, filter: Partial<OperationFilter> = {}): OperationRow {
  const row = operationOf(story, filter).rows.find((each) => each.code === code);
  if (!row) throw new Error(`there is no row ${code}`);
  return row;
}

describe('whether a control worked all year', () => {
  it('given a quarterly control with four results on time, then every day is covered', () => {
    const story = start(iso).on('2025-12-20');
    addControl(story, 'C-1');
    for (const day of ['2025-12-20', '2026-03-15', '2026-06-10', '2026-09-05', '2026-12-01'])
      show(story.on(day), 'C-1');
    const row = rowOf(story.on('2027-01-10'), 'C-1');
    expect(row).toMatchObject({ expected: 4, recorded: 4, passing: 4, failing: 0, neutral: 0 });
    expect(row).toMatchObject({ days: 365, coveredDays: 365, graceDays: 0, uncoveredDays: 0, longestGap: 0 });
    expect(row.spans).toEqual([{ state: 'covered', ...year, days: 365 }]);
    expect(row.gap).toBeUndefined();
    expect(row.sample).toMatchObject({ basis: 'year', least: 2, most: 2 });
    expect(row.sample.drawn).toHaveLength(2);
  });

  it('given a result came late, then the days in grace count as covered and those after are the gap', () => {
    const story = start(iso).on('2026-01-01');
    addControl(story, 'C-1');
    show(story, 'C-1');
    show(story.on('2026-05-01'), 'C-1');
    const row = rowOf(story, 'C-1', { from: '2026-01-01', to: '2026-05-01' });
    // Fresh for three months to 1 April, fifteen days of grace to 16 April.
    expect(row.spans.map(({ state, from, to, days }) => [state, from, to, days])).toEqual([
      ['covered', '2026-01-01', '2026-04-01', 91],
      ['grace', '2026-04-02', '2026-04-16', 15],
      ['uncovered', '2026-04-17', '2026-04-30', 14],
      ['covered', '2026-05-01', '2026-05-01', 1],
    ]);
    expect(row).toMatchObject({ coveredDays: 107, graceDays: 15, uncoveredDays: 14, longestGap: 14 });
    expect(row.gap).toEqual({ from: '2026-04-17', to: '2026-04-30' });
  });

  it('given it failed, then it is uncovered from that day until it works again', () => {
    const story = start(iso).on('2026-01-01');
    addControl(story, 'C-1');
    show(story, 'C-1');
    show(story.on('2026-02-01'), 'C-1', { outcome: 'fails' });
    show(story.on('2026-02-11'), 'C-1');
    const row = rowOf(story.on('2026-03-01'), 'C-1', { from: '2026-01-01', to: '2026-02-28' });
    expect(row).toMatchObject({ failing: 1, uncoveredDays: 10, longestGap: 10 });
    expect(row.gap).toEqual({ from: '2026-02-01', to: '2026-02-10' });
  });

  it('given it was planned or retired for a part, then those days are not asked for', () => {
    const story = start(iso).on('2026-01-01');
    const id = addControl(story, 'C-1', { implementation: 'planned', frequency: 'monthly' });
    story.on('2026-07-01').done('controls set', { control: id, implementation: 'operating' });
    show(story, 'C-1');
    story.on('2026-10-01').done('controls retire', { control: id, reason: 'Replaced' });
    const row = rowOf(story.on('2027-01-01'), 'C-1');
    expect(row.spans.map(({ state, from, days }) => [state, from, days])).toEqual([
      ['not-in-place', '2026-01-01', 181],
      ['covered', '2026-07-01', 32],
      ['grace', '2026-08-02', 10],
      ['uncovered', '2026-08-12', 50],
      ['not-in-place', '2026-10-01', 92],
    ]);
    expect(row).toMatchObject({ expected: 3, notInPlaceDays: 273, coveredDays: 42, uncoveredDays: 50 });
  });

  it('given events leave records, then those are the population, and a statement that there were none is evidence', () => {
    const story = start(iso).on('2026-02-01');
    addControl(story, 'C-1', { frequency: 'event-driven' });
    addControl(story, 'C-2', { frequency: 'event-driven' });
    show(story, 'C-2', { outcome: 'neutral', coversFrom: '2026-01-01', coversTo: '2026-02-01' });
    for (let at = 0; at < 60; at += 1) show(story, 'C-1', { title: `Event ${at}` });
    const filter = { from: '2026-01-01', to: '2026-02-01' };
    expect(rowOf(story, 'C-1', filter)).toMatchObject({ expected: 60, recorded: 60, noEvent: false });
    expect(rowOf(story, 'C-1', filter).sample).toMatchObject({ basis: 'share', least: 6, most: 6 });
    expect(rowOf(story, 'C-2', filter)).toMatchObject({ expected: 0, neutral: 1, noEvent: true });
  });

  it('then what an auditor would ask about first comes first, and a period longer or shorter scales the sample', () => {
    const story = start(iso).on('2026-01-01');
    for (const code of ['C-1', 'C-2', 'C-3']) addControl(story, code, { frequency: 'daily' });
    show(story, 'C-2', { validUntil: '2026-12-31' });
    show(story, 'C-3', { validUntil: '2026-06-30' });
    const { rows } = operationOf(story.on('2027-01-01'));
    expect(rows.map(({ code, uncoveredDays }) => [code, uncoveredDays])).toEqual([
      ['C-1', 365],
      ['C-3', 184],
      ['C-2', 0],
    ]);
    const sizeOf = (filter: object) => rowOf(story, 'C-1', filter).sample;
    expect(sizeOf({})).toMatchObject({ least: 15, most: 25, upTo: 40 });
    expect(sizeOf({ to: '2026-03-31' })).toMatchObject({ least: 4, most: 7, upTo: 10 });
    expect(rowOf(story, 'C-1', { to: '2026-03-31' }).expected).toBe(90);
  });

  it('given a requirement or a control is named, then only theirs', () => {
    const story = start(iso).on('2026-01-01');
    for (const code of ['C-1', 'C-2']) addControl(story, code);
    claim(story, 'C-2', [iso, 'A.5.15']);
    story.done('claims state', { controls: ['C-1'], framework: iso, requirement: 'A.5.15' });
    const codes = (filter: object) =>
      operationOf(story, { to: '2026-01-01', ...filter }).rows.map(({ code }) => code);
    expect(codes({})).toEqual(['C-1', 'C-2']);
    expect(codes({ framework: iso, requirement: 'A.5.15' })).toEqual(['C-2']);
    expect(codes({ framework: iso, requirement: 'A.5' })).toEqual(['C-2']);
    expect(codes({ framework: iso, requirement: 'A.5.1' })).toEqual([]);
    expect(codes({ control: 'c-1' })).toEqual(['C-1']);
  });
});

describe('the sample', () => {
  const story = start(iso).on('2026-01-01');
  addControl(story, 'C-1', { frequency: 'weekly' });
  for (let at = 0; at < 28; at += 1) show(story.on(`2026-02-${String(at + 1).padStart(2, '0')}`), 'C-1');
  story.on('2027-01-01');
  const drawnWith = (head: string) => {
    const ask = { ...asked(story, { head }), today: story.today };
    const { rows } = answered(atOnce(operation(ask, { ...year, offset: 0, limit: 1 })));
    return rows[0]?.sample.drawn.map(({ id }) => id) ?? [];
  };

  it('is the same at the same seal, and another at another', () => {
    expect(drawnWith('a'.repeat(64))).toHaveLength(10);
    expect(drawnWith('a'.repeat(64))).toEqual(drawnWith('a'.repeat(64)));
    expect(drawnWith('b'.repeat(64))).not.toEqual(drawnWith('a'.repeat(64)));
  });

  it('is drawn as it says, so that anybody can draw it again', () => {
    const drawn = drawnWith('c'.repeat(64));
    expect(new Set(drawn).size).toBe(10);
    const pieces = [...story.programme.controls.evidence.keys()];
    const control = story.programme.controls.controls.first()!.id;
    const rankOf = (id: string) =>
      createHash('sha256')
        .update(`${'c'.repeat(64)} ${control} ${id}`)
        .digest('hex');
    pieces.sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));
    expect(drawn).toEqual(pieces.slice(0, 10));
  });
});

describe('what is refused', () => {
  const story = start(iso).on('2026-06-01');
  const refusalOf = (filter: Partial<OperationFilter>) => {
    const ask = { ...asked(story), today: story.today };
    const answer = atOnce(operation(ask, { ...year, offset: 0, limit: 1, ...filter }));
    return 'refusal' in answer ? `${answer.refusal.code} ${answer.refusal.path}` : '';
  };

  it('is a period that is reversed, not over, or more than ten years long', () => {
    expect(refusalOf({ from: '2026-05-02', to: '2026-05-01' })).toBe('period.reversed from');
    expect(refusalOf({ from: '2026-01-01', to: '2026-06-02' })).toBe('period.future to');
    expect(refusalOf({ from: '2016-06-01', to: '2026-06-01' })).toBe('period.long from');
    expect(refusalOf({ from: '2016-06-02', to: '2026-06-01' })).toBe('');
  });

  it('is what is not there to be asked about', () => {
    const to = '2026-06-01';
    expect(refusalOf({ to, control: 'X' })).toBe('control.unknown control');
    expect(refusalOf({ to, requirement: 'A.5.1' })).toBe('requirement.no-framework framework');
    expect(refusalOf({ to, framework: 'nist-csf-2.0' })).toBe('framework.not-adopted framework');
    expect(refusalOf({ to, framework: iso, requirement: 'A.99' })).toMatch(/^requirement\.unknown/);
  });
});

const days = Array.from({ length: 28 }, (_, at) => `2026-02-${String(at + 1).padStart(2, '0')}`);
const day = fc.constantFrom(...days);
const deed = fc.oneof(
  fc.record({
    does: fc.constant('show' as const),
    outcome: fc.constantFrom('works', 'works', 'works', 'fails', 'neutral'),
    collectedOn: day,
    coversTo: fc.option(day, { nil: undefined }),
    lasts: fc.option(fc.nat(12), { nil: undefined }),
    replaces: fc.boolean(),
  }),
  fc.record({
    does: fc.constant('change' as const),
    effective: day,
    implementation: fc.constantFrom('planned', 'partly', 'operating'),
  }),
  fc.record({ does: fc.constant('set' as const), effective: day, period: fc.constantFrom('P2D', 'P9D') }),
);

function told(deeds: readonly (typeof deed extends fc.Arbitrary<infer T> ? T : never)[]): Story {
  const story = start(iso).on('2026-03-01');
  addControl(story, 'C-1', { frequency: 'daily' });
  let last: string | undefined;
  for (const each of deeds) {
    if (each.does === 'show') {
      const { outcome, collectedOn, coversTo, lasts, replaces } = each;
      const validUntil = lasts === undefined ? undefined : days[days.indexOf(collectedOn) + lasts];
      const link = `https://example.org/${story.facts.length}`;
      const piece = { controls: ['C-1'], title: 'Result', outcome, collectedOn, coversTo, validUntil, link };
      const before = story.facts.length;
      story.tried('evidence add', replaces ? { ...piece, versionOf: last } : piece);
      if (story.facts.length > before) last = story.facts.at(-1)?.record.id;
    } else if (each.does === 'change') {
      const { effective, implementation } = each;
      story.tried('controls set', { control: 'C-1', effective, implementation });
    } else {
      const { effective, period } = each;
      story.tried('frequencies set', { frequency: 'daily', period, graceDays: 3, effective, reason: 'Ours' });
    }
  }
  return story;
}

describe('laws of a period', () => {
  it('a day is covered exactly when the freshness on it is fresh or due', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), (deeds) => {
        const story = told(deeds);
        const { controls } = story.programme;
        const control = controls.controls.first()!;
        const pieces = [...controls.evidence.values()].sort((one, other) => one.seq - other.seq);
        const expected = days.map((each) => {
          const implementation = control.implementation.filter(({ from }) => from <= each);
          const latest = implementation.reduce((one, other) => (other.from >= one.from ? other : one));
          if (latest.value === 'planned') return 'not-in-place';
          const known = piecesInPractice(pieces, control, each);
          const { freshness } = freshnessOn(known, periodOn(controls, 'daily', each), each);
          return freshness === 'fresh' ? 'covered' : freshness === 'due' ? 'grace' : 'uncovered';
        });
        const { spans } = rowOf(story, 'C-1', { from: days[0], to: days.at(-1), control: 'C-1' });
        const found = spans.flatMap(({ state, days: count }) => Array.from({ length: count }, () => state));
        expect(found).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('the days of a period are those of its parts together', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 8 }), fc.integer({ min: 0, max: 26 }), (deeds, cut) => {
        const story = told(deeds);
        const over = (from: number, to: number) =>
          rowOf(story, 'C-1', { from: days[from], to: days[to], control: 'C-1' });
        const [all, one, other] = [over(0, 27), over(0, cut), over(cut + 1, 27)];
        for (const count of ['coveredDays', 'graceDays', 'uncoveredDays', 'notInPlaceDays', 'days'] as const)
          expect(all[count]).toBe(one[count] + other[count]);
        expect(all.coveredDays + all.uncoveredDays + all.notInPlaceDays).toBe(all.days);
      }),
      { numRuns: 60 },
    );
  });
});
