import { describe, expect, it } from 'vitest';
import type { Duty, Point } from '../directive/view.ts';
import { articlesOf, statesOf, wantedDuties, wantedPoints } from './wanted.ts';

const duty = (id: string, mark: Duty['mark'] = 'met', title = '') =>
  ({ id, title, mark, kind: mark, controls: [] }) as unknown as Duty;
const point = (id: string, details: string[], mark: Point['mark'] = 'met') =>
  ({
    id,
    title: '',
    mark,
    kind: mark,
    details,
    controls: [{ code: 'IAM-03', name: 'Credentials' }],
  }) as unknown as Point;
const duties = [duty('20(1)'), duty('21(2)(a)', 'gap', 'Risk analysis'), duty('21(2)(j)'), duty('23(4)(a)')];
const points = [point('2.1', ['21(2)(a)']), point('11.7', ['21(2)(i)', '21(2)(j)'], 'gap')];
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('duties and annex, filtered', () => {
  it('given nothing is asked, then all are there', () => {
    expect([ids(wantedDuties(duties, {})), ids(wantedPoints(points, {}))]).toEqual([
      ids(duties),
      ids(points),
    ]);
  });

  it('given an article, then its duties, and of the annex what details them', () => {
    expect(ids(wantedDuties(duties, { article: '21' }))).toEqual(['21(2)(a)', '21(2)(j)']);
    expect(ids(wantedPoints(points, { article: '23' }))).toEqual([]);
    expect(ids(wantedPoints(points, { article: '21' }))).toEqual(['2.1', '11.7']);
  });

  it('given a duty, then it alone, and the points that detail it', () => {
    expect(ids(wantedDuties(duties, { duty: '21(2)(j)' }))).toEqual(['21(2)(j)']);
    expect(ids(wantedPoints(points, { duty: '21(2)(j)' }))).toEqual(['11.7']);
  });

  it('given words, then each has to occur, in the id, the title or a control', () => {
    expect(ids(wantedDuties(duties, { q: 'ANALYSIS risk' }))).toEqual(['21(2)(a)']);
    expect(ids(wantedPoints(points, { q: 'iam-03 11.7' }))).toEqual(['11.7']);
  });

  it('given a state, then only rows in it', () => {
    expect(ids(wantedDuties(duties, { state: 'gap' }))).toEqual(['21(2)(a)']);
    expect(statesOf({ rows: duties, technical: { rows: points } as never })).toEqual([
      { id: 'met', count: 4 },
      { id: 'gap', count: 2 },
    ]);
  });

  it('given duties that nobody claims, then they are one state and what is unknown another', () => {
    const open = [
      { ...duty('20(1)', 'unknown'), kind: 'unclaimed' } as Duty,
      { ...duty('20(2)', 'unknown'), kind: 'unclaimed' } as Duty,
      duty('21(1)', 'unknown'),
    ];
    expect(statesOf({ rows: open })).toEqual([
      { id: 'unclaimed', count: 2 },
      { id: 'unknown', count: 1 },
    ]);
    expect(ids(wantedDuties(open, { state: 'unclaimed' }))).toEqual(['20(1)', '20(2)']);
    expect(ids(wantedDuties(open, { state: 'unknown' }))).toEqual(['21(1)']);
  });

  it('given the duties, then each article once, as published', () => {
    expect(articlesOf(duties)).toEqual(['20', '21', '23']);
  });
});
