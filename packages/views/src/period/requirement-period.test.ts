import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openView } from '../envelope.ts';
import { answered, asked, csfOf, soaOf } from '../testing/asked.ts';
import { addControl, claim, csf, iso, show, start } from '../testing/library.ts';

const today = '2026-12-31';
const year = { from: '2026-01-01', to: '2026-12-31', today };

/** Two quarterly controls behind A.5.15; the second is in place from July and shown once, the first to September. */
function told() {
  const story = start(iso, csf).on('2026-01-01');
  addControl(story, 'C-1');
  addControl(story, 'C-2', { implementation: 'planned' });
  claim(story, 'C-1', [iso, 'A.5.15']);
  claim(story, 'C-2', [iso, 'A.5.15']);
  claim(story, 'C-1', [csf, 'GV.OC-01']);
  show(story, 'C-1');
  show(story.on('2026-04-01'), 'C-1');
  story.on('2026-07-01').done('controls set', { control: 'C-2', implementation: 'operating' });
  show(story, 'C-1', { controls: ['C-1', 'C-2'] });
  return story.on(today);
}

describe('what stood behind a requirement over a period', () => {
  it('given every control in place was shown to work, then the day is covered', () => {
    const story = told();
    const soa = soaOf(story, { period: year });
    expect(soa.period).toEqual({ from: '2026-01-01', to: '2026-12-31', days: 365 });
    const row = soa.rows.find(({ id }) => id === 'A.5.15');
    // Both hold to 1 October, and fifteen days of grace to the 16th.
    expect(row?.period).toEqual({
      controls: 2,
      expected: 4 + 2,
      recorded: 3,
      passing: 3,
      failing: 0,
      coveredDays: 289,
      days: 365,
      longestGap: 76,
    });
    expect(soaOf(story).period).toBeUndefined();
    expect(soaOf(story).rows[0]).not.toHaveProperty('period');
  });

  it('given one of them fails while another works, then the days are not covered', () => {
    const story = told();
    show(story, 'C-2', { outcome: 'fails', collectedOn: '2026-07-11' });
    const row = soaOf(story, { period: year }).rows.find(({ id }) => id === 'A.5.15');
    expect(row?.period).toMatchObject({ coveredDays: 191, failing: 1, recorded: 4 });
  });

  it('given nothing is claimed, then nothing is covered', () => {
    const row = soaOf(told(), { period: year }).rows.find(({ id }) => id === 'A.5.1');
    expect(row?.period).toMatchObject({
      controls: 0,
      expected: 0,
      coveredDays: 0,
      days: 365,
      longestGap: 365,
    });
  });

  it('of a whole that is exactly its parts, it is what stood behind its parts', () => {
    const { groups, rows } = csfOf(told(), { period: year });
    const part = rows.find(({ id }) => id === 'GV.OC-01');
    expect(part?.period).toMatchObject({ controls: 1, coveredDays: 289 });
    expect(groups.find(({ id }) => id === 'GV')?.period).toEqual(part?.period);
  });

  it('is the same for who may not see the controls', () => {
    const story = told();
    const own = soaOf(story, { period: year, reader: { person: 'somebody', sees: 'own' } });
    expect(own.rows.map(({ period }) => period)).toEqual(
      soaOf(story, { period: year }).rows.map(({ period }) => period),
    );
  });

  it('given something changed, then what was remembered is not told again', () => {
    const story = told();
    const ask = asked(story, { period: year });
    const covered = (say: typeof ask) => answered(openView(say, iso)).row('A.5.15').period?.coveredDays;
    expect(covered(ask)).toBe(289);
    show(story, 'C-2', { outcome: 'fails', collectedOn: '2026-07-11' });
    expect(covered({ ...ask, programme: story.programme })).toBe(191);
    expect(covered({ ...ask, programme: story.programme, period: { ...year, to: '2026-01-31' } })).toBe(31);
  });

  it('given no first day, then it is a year; given it can not be looked back on, then the view is refused', () => {
    const opened = openView(asked(told(), { period: { ...year, from: undefined } }), iso);
    expect(answered(opened).envelope('x', []).period).toEqual({ from: '2026-01-01', to: today, days: 365 });
    const refused = openView(asked(told(), { period: { ...year, from: '2027-01-01' } }), iso);
    expect('refusal' in refused && refused.refusal.code).toBe('period.reversed');
  });

  it('the covered days of a period are those of its parts together', () => {
    const story = told();
    show(story, 'C-1', { outcome: 'fails', collectedOn: '2026-05-05' });
    show(story, 'C-1', { collectedOn: '2026-05-20' });
    const memory = asked(story).memory;
    const covered = (from: string, to: string) =>
      answered(openView(asked(story, { period: { from, to, today }, memory }), iso)).row('A.5.15').period;
    const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.nat(300), fc.nat(60), fc.nat(60), (start, one, other) => {
        const all = covered(day(start), day(Math.min(364, start + one + other + 1)));
        const first = covered(day(start), day(Math.min(363, start + one)));
        const second = covered(
          day(Math.min(364, start + one + 1)),
          day(Math.min(364, start + one + other + 1)),
        );
        expect(all?.coveredDays).toBe((first?.coveredDays ?? 0) + (second?.coveredDays ?? 0));
      }),
      { numRuns: 50 },
    );
  });
});
