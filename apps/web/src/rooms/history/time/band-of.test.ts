import { describe, expect, it } from 'vitest';
import { movedBetween, pointsOf } from './band-of.ts';

const counted = (met: number, possible: number) => ({ n: 10, met, possible });
const rows = [
  { framework: 'csf', day: '2026-01-31', knownThen: null, knownNow: counted(1, 9) },
  { framework: 'csf', day: '2026-02-28', knownThen: counted(2, 8), knownNow: counted(3, 7) },
  { framework: 'iso', day: '2026-02-28', knownThen: counted(4, 6), knownNow: null },
];

describe('the band of a framework', () => {
  it('given days before it was adopted, then it has no point there', () => {
    expect(pointsOf(rows, 'csf', 'then')).toEqual([{ on: '2026-02-28', met: 2, possible: 8, of: 10 }]);
    expect(pointsOf(rows, 'csf', 'now').map(({ met }) => met)).toEqual([1, 3]);
    expect(pointsOf(rows, 'iso', 'now')).toEqual([]);
  });

  it('given two points, then what moved between them; without one of them nothing is said', () => {
    const [one, other] = pointsOf(rows, 'csf', 'now');
    expect(movedBetween(one, other)).toEqual({ met: 2, possible: -2 });
    expect(movedBetween(undefined, other)).toBeUndefined();
  });
});
