import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimelineBlock } from '../../blocks.ts';
import { placeTimeline } from './timeline.ts';

const year: TimelineBlock = {
  kind: 'timeline',
  caption: 'Year',
  from: '2026-01-01',
  to: '2026-12-31',
  ticks: [],
  marks: [],
  heads: { label: 'Action', words: 'Until' },
  rows: [],
};
const row = (from: string, to: string) => ({ label: '-', from, to, state: 'open' as const, words: '-' });

describe('given a year, when its days are placed', () => {
  it('then a bar begins with its first day and ends with its last', () => {
    const { rows } = placeTimeline({
      ...year,
      rows: [row('2026-01-01', '2026-12-31'), row('2026-01-01', '2026-01-01')],
    });
    expect(rows).toEqual([
      { from: 0, to: 1 },
      { from: 0, to: 1 / 365 },
    ]);
  });

  it('then what reaches over an edge is cut there, and what lies beyond it only points', () => {
    const { rows } = placeTimeline({
      ...year,
      rows: [
        row('2025-06-01', '2027-06-01'),
        row('2025-01-01', '2025-12-31'),
        row('2027-01-01', '2027-02-01'),
      ],
    });
    expect(rows).toEqual([
      { from: 0, to: 1 },
      { from: 0, to: 0, outside: 'before' },
      { from: 1, to: 1, outside: 'after' },
    ]);
  });

  it('then days outside are neither ticked nor marked', () => {
    const days = ['2025-12-31', '2026-07-01', '2027-01-02'].map((on) => ({ on, label: on }));
    const { ticks, marks } = placeTimeline({ ...year, ticks: days, marks: days });
    expect(ticks.map(({ label }) => label)).toEqual(['2026-07-01']);
    expect(marks.map(({ label }) => label)).toEqual(['2026-07-01']);
  });
});

const day = fc.integer({ min: 0, max: 364 }).map((nth) => {
  return new Date(Date.UTC(2026, 0, 1 + nth)).toISOString().slice(0, 10);
});
const labelled = fc.array(fc.record({ on: day, label: fc.string({ minLength: 1, maxLength: 40 }) }), {
  maxLength: 20,
});

describe('given any ticks and marks, when they are placed', () => {
  it('then no label of a tick runs into the next', () => {
    fc.assert(
      fc.property(labelled, (ticks) => {
        const shown = placeTimeline({ ...year, ticks }).ticks.filter(({ label }) => label !== '');
        shown.slice(1).forEach(({ at }, nth) => {
          expect(at - shown[nth]!.at).toBeGreaterThanOrEqual(shown[nth]!.label.length / 46);
        });
      }),
    );
  });

  it('then labels of marks stay inside, and those on one line keep apart', () => {
    fc.assert(
      fc.property(labelled, (marks) => {
        const placed = placeTimeline({ ...year, marks }).marks;
        expect(placed).toHaveLength(marks.length);
        for (const { start, room } of placed) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start + room).toBeLessThanOrEqual(1 + 1e-9);
        }
        for (const [nth, one] of placed.entries())
          for (const other of placed.slice(nth + 1))
            if (one.line === other.line) expect(one.start + one.room).toBeLessThanOrEqual(other.start + 1e-9);
      }),
    );
  });
});
