import { frequency } from '@concord/catalog';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { freshnessOn, holdingOn } from './freshness.ts';
import type { Period } from './state.ts';

let seq = 0;
function piece(collectedOn: string, said: Partial<Evidence> = {}): Evidence {
  seq += 1;
  const stated = { controls: ['c'], kind: 'link', outcome: 'works', title: '', by: 'ana' } as const;
  return { id: `piece ${seq}`, seq, collectedOn, ...stated, ...said };
}
const fails = (collectedOn: string) => piece(collectedOn, { outcome: 'fails' });
const periodOf = (id: string) => frequency(id) as Period;
const [annual, quarterly, monthly, weekly] = ['annual', 'quarterly', 'monthly', 'weekly'].map(periodOf);
const after = (day: string, days = 1) => Temporal.PlainDate.from(day).add({ days }).toString();

/** Methods 6.4, by hand: frequency, day collected, last day fresh, last day due. */
const table = [
  ['continuous', '2026-02-27', '2026-02-28', '2026-03-01'],
  ['daily', '2026-02-27', '2026-02-28', '2026-03-02'],
  ['weekly', '2026-02-24', '2026-03-03', '2026-03-06'],
  ['monthly', '2026-01-15', '2026-02-15', '2026-02-25'],
  ['monthly', '2026-01-31', '2026-02-28', '2026-03-10'],
  ['monthly', '2024-01-31', '2024-02-29', '2024-03-10'],
  ['monthly', '2026-12-31', '2027-01-31', '2027-02-10'],
  ['quarterly', '2026-01-10', '2026-04-10', '2026-04-25'],
  ['quarterly', '2025-11-30', '2026-02-28', '2026-03-15'],
  ['quarterly', '2023-11-30', '2024-02-29', '2024-03-15'],
  ['half-yearly', '2026-08-31', '2027-02-28', '2027-03-30'],
  ['annual', '2024-02-29', '2025-02-28', '2025-03-30'],
  ['annual', '2026-01-01', '2027-01-01', '2027-01-31'],
  ['event-driven', '2026-01-01', '2027-01-01', '2027-01-31'],
  ['document', '2026-01-01', '2027-01-01', '2027-01-01'],
] as const;

describe.each(table)('given %s evidence of %s', (often, collectedOn, lastFresh, lastDue) => {
  const on = (day: string) => freshnessOn([piece(collectedOn)], periodOf(often), day).freshness;

  it(`then it is fresh from that day to ${lastFresh}`, () => {
    expect([on(after(collectedOn, -1)), on(collectedOn), on(lastFresh)]).toEqual([
      'missing',
      'fresh',
      'fresh',
    ]);
  });

  it(`then it is due to ${lastDue}, and stale after`, () => {
    const first = after(lastFresh);
    expect([on(first), on(lastDue), on(after(lastDue)), on('2099-01-01')]).toEqual([
      first <= lastDue ? 'due' : 'stale',
      lastDue === lastFresh ? 'fresh' : 'due',
      'stale',
      'stale',
    ]);
  });
});

describe('given a piece says itself until when it is valid', () => {
  const pieces = [piece('2026-01-01', { validUntil: '2026-01-20' })];

  it('then that counts in place of the frequency, without grace', () => {
    const days = ['2026-01-20', '2026-01-21'];
    expect(days.map((on) => freshnessOn(pieces, annual, on).freshness)).toEqual(['fresh', 'stale']);
    expect(freshnessOn(pieces, undefined, '2026-01-20')).toEqual({
      freshness: 'fresh',
      until: '2026-01-20',
      graceUntil: '2026-01-20',
      evidence: pieces[0]?.id,
    });
  });
});

describe('given a piece covers a period that ended before it was collected', () => {
  const on = (pieces: Evidence[], day: string) => freshnessOn(pieces, quarterly, day).freshness;

  it('then it counts from the end of that period, and not before it was collected', () => {
    const review = [piece('2026-04-20', { coversFrom: '2026-01-01', coversTo: '2026-03-31' })];
    const days = ['2026-04-19', '2026-04-20', '2026-06-30', '2026-07-01', '2026-07-15', '2026-07-16'];
    expect(days.map((day) => on(review, day))).toEqual(['missing', 'fresh', 'fresh', 'due', 'due', 'stale']);
    expect(on([piece('2026-11-20', { coversTo: '2025-12-31' })], '2026-11-20')).toBe('stale');
  });

  it('then one that goes on says no more than the day it was collected, and a stated validity goes first', () => {
    expect(on([piece('2026-01-10', { coversTo: '2026-01-10' })], '2026-04-10')).toBe('fresh');
    const stated = piece('2026-01-10', { coversTo: '2025-01-01', validUntil: '2026-12-31' });
    expect(on([stated], '2026-12-31')).toBe('fresh');
  });

  it('then it answers no failure that was found since', () => {
    const failed = fails('2026-04-10');
    const before = piece('2026-04-20', { coversTo: '2026-04-09' });
    expect(on([failed, before], '2026-04-20')).toBe('failed');
    expect(on([failed, piece('2026-04-20', { coversTo: '2026-04-11' })], '2026-04-20')).toBe('fresh');
    const late = piece('2026-04-10', { outcome: 'fails', coversTo: '2026-01-01' });
    expect(on([piece('2026-04-01'), late], '2026-04-10')).toBe('failed');
  });
});

describe('given several pieces', () => {
  it('then the one that is fresh longest decides, in whatever order they were recorded', () => {
    const [january, march] = [piece('2026-01-10'), piece('2026-03-10')];
    const shown = { freshness: 'fresh', until: '2026-06-10', graceUntil: '2026-06-25', evidence: march.id };
    expect(freshnessOn([january, march], quarterly, '2026-03-20')).toEqual(shown);
    expect(freshnessOn([march, january], quarterly, '2026-03-20')).toEqual(shown);
  });

  it('given one with longer grace, then one that is still fresh goes first', () => {
    const [quarter, stated] = [piece('2026-01-10'), piece('2026-01-10', { validUntil: '2026-04-20' })];
    const on = (day: string) => freshnessOn([quarter, stated], quarterly, day);
    expect(on('2026-04-20')).toMatchObject({ freshness: 'fresh', evidence: stated.id });
    expect(on('2026-04-21')).toMatchObject({ freshness: 'due', evidence: quarter.id });
    expect(on('2026-04-26')).toMatchObject({ freshness: 'stale', evidence: quarter.id });
  });

  it('then each that is fresh or due holds it up, the deciding one first and then the one that lasts longest', () => {
    const pieces = ['2026-01-10', '2026-03-10', '2026-02-10', '2025-06-10'].map((day) => piece(day));
    const held = (on: string) =>
      holdingOn(pieces, quarterly, on).map(({ piece: { collectedOn }, freshness }) => [
        collectedOn,
        freshness,
      ]);
    expect(held('2026-04-12')).toEqual([
      ['2026-03-10', 'fresh'],
      ['2026-02-10', 'fresh'],
      ['2026-01-10', 'due'],
    ]);
    pieces.push(fails('2026-02-20'), piece('2026-03-20', { outcome: 'neutral' }));
    expect(held('2026-04-12')).toEqual([['2026-03-10', 'fresh']]);
    pieces.push(fails('2026-04-01'));
    expect(held('2026-04-12')).toEqual([]);
  });

  it('given a newer version, then the earlier one counts until it, and no longer after', () => {
    const earlier = piece('2026-01-10', { validUntil: '2026-12-31' });
    const newer = piece('2026-02-10', { validUntil: '2026-03-31', versionOf: earlier.id });
    const on = (day: string) => freshnessOn([earlier, newer], undefined, day).freshness;
    expect([on('2026-02-09'), on('2026-03-31'), on('2026-04-01')]).toEqual(['fresh', 'fresh', 'stale']);
  });

  it('given a neutral piece, then it shows nothing and replaces nothing', () => {
    const shown = piece('2026-01-10');
    const note = piece('2026-01-11', { outcome: 'neutral', versionOf: shown.id });
    expect(freshnessOn([note], annual, '2026-02-01')).toEqual({ freshness: 'missing' });
    expect(freshnessOn([shown, note], annual, '2026-02-01').freshness).toBe('fresh');
  });
});

describe('given a failing result', () => {
  it('then freshness ends that day, and not before', () => {
    const failed = fails('2026-02-01');
    const on = (day: string) => freshnessOn([piece('2026-01-10'), failed], annual, day);
    expect(on('2026-01-31').freshness).toBe('fresh');
    expect(on('2026-02-01')).toEqual({ freshness: 'failed', until: '2026-02-01', evidence: failed.id });
    expect(on('2099-01-01').freshness).toBe('failed');
  });

  it('then only a passing result of a later day restores it', () => {
    const pieces = [piece('2026-01-10'), fails('2026-02-01'), piece('2026-01-31'), piece('2026-02-10')];
    const on = (day: string) => freshnessOn(pieces, annual, day).freshness;
    expect([on('2026-02-09'), on('2026-02-10')]).toEqual(['failed', 'fresh']);
  });

  it('then of results of the same day the one recorded later counts', () => {
    const [first, second, third] = [piece('2026-02-01'), fails('2026-02-01'), piece('2026-02-01')];
    const on = (...pieces: Evidence[]) => freshnessOn(pieces, annual, '2026-02-01').freshness;
    expect([on(first, second), on(second, first), on(first, second, third)]).toEqual([
      'failed',
      'failed',
      'fresh',
    ]);
  });

  it('given a later pass that nothing gives a validity, then it is untested and no longer failed', () => {
    const pieces = [fails('2026-02-01'), piece('2026-02-10')];
    expect(freshnessOn(pieces, undefined, '2026-02-10')).toEqual({ freshness: 'missing' });
  });

  it('given that pass has lapsed, then it is stale, not failed', () => {
    const pieces = [fails('2026-02-01'), piece('2026-02-10')];
    expect(freshnessOn(pieces, monthly, '2026-06-01').freshness).toBe('stale');
  });
});

describe('given any pieces', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => after('2026-01-01', days));
  const anyPiece = fc.record({
    collectedOn: day,
    outcome: fc.constantFrom('works', 'works', 'fails', 'neutral'),
    valid: fc.option(fc.nat({ max: 40 }), { nil: undefined }),
    covered: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  });
  const build = ({
    collectedOn,
    outcome,
    valid,
    covered,
  }: typeof anyPiece extends fc.Arbitrary<infer T> ? T : never) =>
    piece(collectedOn, {
      outcome: outcome as Evidence['outcome'],
      ...(valid === undefined ? {} : { validUntil: after(collectedOn, valid) }),
      ...(covered === undefined ? {} : { coversTo: after(collectedOn, -covered) }),
    });
  const order = ['missing', 'failed', 'stale', 'due', 'fresh'];
  const rank = (pieces: Evidence[], on: string) => order.indexOf(freshnessOn(pieces, weekly, on).freshness);
  const pieces = fc.array(anyPiece, { maxLength: 6 });

  it('then one more passing piece never makes it worse, and one more failing piece never better', () => {
    fc.assert(
      fc.property(pieces, anyPiece, day, (drawn, more, on) => {
        const before = drawn.map(build);
        const added = build(more);
        const [was, is] = [rank(before, on), rank([...before, added], on)];
        if (added.outcome === 'works') expect(is).toBeGreaterThanOrEqual(Math.min(was, 2));
        if (added.outcome === 'works' && was >= 3) expect(is).toBeGreaterThanOrEqual(was);
        if (added.outcome === 'fails' && was >= 2) expect(is).toBeLessThanOrEqual(was);
        if (added.outcome === 'neutral') expect(is).toBe(was);
      }),
      { numRuns: 500 },
    );
  });

  it('then what was collected after the day says nothing about it', () => {
    fc.assert(
      fc.property(pieces, day, (drawn, on) => {
        const all = drawn.map(build);
        const known = all.filter(({ collectedOn }) => collectedOn <= on);
        expect(freshnessOn(all, weekly, on)).toEqual(freshnessOn(known, weekly, on));
      }),
    );
  });

  it('then those that hold it up are what it rests on: the first decides, and any of them would do alone', () => {
    const counts = (all: Evidence[], on: string) =>
      ['fresh', 'due'].includes(freshnessOn(all, weekly, on).freshness);
    fc.assert(
      fc.property(pieces, day, (drawn, on) => {
        const all = drawn.map(build);
        const holding = holdingOn(all, weekly, on).map((each) => each.piece);
        const others = all.filter((each) => !holding.includes(each));
        expect(counts(others, on)).toBe(false);
        expect(holding.length > 0).toBe(counts(all, on));
        if (holding.length > 0) expect(holding[0]?.id).toBe(freshnessOn(all, weekly, on).evidence);
        for (const each of holding) expect(counts([...others, each], on)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('then the order in which they are listed does not matter', () => {
    fc.assert(
      fc.property(pieces, day, (drawn, on) => {
        const all = drawn.map(build);
        const { evidence: _one, ...shown } = freshnessOn(all, weekly, on);
        expect(freshnessOn([...all].reverse(), weekly, on)).toMatchObject(shown);
      }),
    );
  });
});
