import { describe, expect, it } from 'vitest';
import type { Outcome, Scale } from '../profile/view.ts';
import { figureOf, levelOf, readingsOf } from './heat.ts';

const outcome = (said: Partial<Outcome>) =>
  ({ included: true, state: ['P', 'N'], mark: 'gap', ...said }) as Outcome;
const wanted = { wanted: true, rationale: '' };
const gap = { by: ['result'], size: 1, missing: [] } as const;
const reached = outcome({ mark: 'met', state: ['F'], target: wanted });
const open = outcome({ target: wanted, gap });
const scale: Scale = { levels: [0, 1, 2, 3, 4].map((value) => ({ value, label: String(value) })) };
const scored = (value: number, target?: number) =>
  outcome({ score: { current: { value, rationale: '', by: 'ana', scoredOn: '2026-01-01' }, target } });

describe('a part of the framework by results', () => {
  it('given wanted outcomes, when some have a gap, then the others are reached and the rest is the distance', () => {
    expect(figureOf([reached, reached, reached, open], 'results')).toMatchObject({
      current: 3,
      target: 4,
      distance: 0.25,
      level: 2,
      of: 4,
      met: 3,
      possible: 3,
    });
  });

  it('given outcomes that are not included, then they are in no count', () => {
    const left = outcome({ included: false, target: wanted, gap });
    expect(figureOf([reached, left], 'results')).toMatchObject({ current: 1, target: 1, of: 1, level: 1 });
  });

  it('given nothing is wanted, then there is no target and no distance', () => {
    const figure = figureOf([outcome({})], 'results');
    expect([figure.current, figure.target, figure.level]).toEqual([undefined, undefined, 1]);
  });

  it('given a conflict, then the outcome is possibly met', () => {
    expect(figureOf([outcome({ mark: 'conflict', state: [] })], 'results').possible).toBe(1);
  });
});

describe('a part of the framework by scores', () => {
  it('given scores, then means are over the outcomes, and who is not assessed is in none', () => {
    expect(figureOf([scored(1, 3), scored(3, 3), outcome({})], 'scores', scale)).toMatchObject({
      current: 2,
      target: 3,
      distance: 1,
      level: 5,
      scored: 2,
      lowest: 1,
      of: 3,
    });
  });

  it('given an outcome above its target, then it does not make up for another below', () => {
    expect(figureOf([scored(4, 2), scored(2, 3)], 'scores', scale).distance).toBe(0.5);
  });

  it('given a scale to a hundred, then the distance is in its levels', () => {
    const wide: Scale = { levels: [0, 50, 100].map((value) => ({ value, label: String(value) })) };
    expect(figureOf([scored(50, 75)], 'scores', wide).distance).toBe(0.5);
  });
});

describe('the shades', () => {
  it('given distances, then each end belongs to the calmer shade', () => {
    expect([0, 0.25, 0.26, 0.5, 0.75, 0.76, 1].map((each) => levelOf(each, 'results'))).toEqual([
      1, 2, 3, 3, 4, 5, 5,
    ]);
    expect([0, 0.3, 0.5, 0.7, 1].map((each) => levelOf(each, 'scores'))).toEqual([1, 2, 3, 4, 5]);
  });

  it('given a scale that nobody has scored on, then the map is read by results alone', () => {
    expect(readingsOf({ scale, score: { scored: 0, of: 3 } })).toEqual(['results']);
    expect(readingsOf({ scale, score: { scored: 1, of: 3 } })).toEqual(['results', 'scores']);
  });
});
