import { describe, expect, test } from 'vitest';
import { type Batch, changesOf } from './changed.ts';
import { readVisit, visitNow } from './visit.ts';

const friday = { position: 100, at: '2026-11-20T17:32:00Z' };
const monday = { position: 138, at: '2026-11-23T09:00:00Z' };

describe('the last time I was here', () => {
  test('given a first visit, then there is nothing since', () => {
    expect(visitNow(undefined, friday)).toEqual({ last: friday });
  });

  test('given a visit on Friday, when it is Monday, then since Friday', () => {
    expect(visitNow({ last: friday }, monday)).toEqual({ since: friday, last: monday });
  });

  test('given a visit that began since Friday, when the page is opened again soon, then still since Friday', () => {
    const soon = { position: 140, at: '2026-11-23T09:20:00Z' };
    expect(visitNow({ since: friday, last: monday }, soon)).toEqual({ since: friday, last: soon });
  });

  test.each([null, '', '{', '7', '{"last":7}', '{"last":{"position":"x","at":"y"}}'])(
    'given %j in the store, then it is as if nothing were there',
    (kept) => expect(readVisit(kept)).toBeUndefined(),
  );

  test('given what was written, then it is read back', () => {
    const visit = { since: friday, last: monday };
    expect(readVisit(JSON.stringify(visit))).toEqual(visit);
  });
});

const batch = (first: number, changed: Partial<Batch> = {}): Batch => ({
  first,
  last: first,
  at: '2026-11-21T08:00:00Z',
  actor: { id: 'c', name: 'Collector' },
  via: 'api',
  operation: 'evidence add',
  about: [],
  ...changed,
});

describe('what changed', () => {
  test('given lines made one, then all that they were about is named, each once', () => {
    const control = (id: string) => [{ kind: 'control' as const, id, code: id, title: id }];
    const batches = [
      batch(9, { about: control('A') }),
      batch(8, { about: control('B') }),
      batch(7, { about: control('A') }),
    ];
    expect(changesOf(batches, 0).map(({ about, isMore }) => [about.map(({ id }) => id), isMore])).toEqual([
      [['A', 'B'], false],
    ]);
    expect(changesOf([batch(3, { last: 90 })], 0)[0]?.isMore).toBe(true);
  });

  test('given the same deed by the same person again and again, then it is one line with its count and last time', () => {
    const batches = [
      batch(9, { at: '2026-11-21T09:00:00Z' }),
      batch(8),
      batch(7, { operation: 'controls set' }),
    ];
    expect(changesOf(batches, 0)).toMatchObject([
      { id: 9, operation: 'evidence add', count: 2, at: '2026-11-21T09:00:00Z' },
      { id: 7, operation: 'controls set', count: 1 },
    ]);
  });

  test('given a position, then only what came after it', () => {
    expect(changesOf([batch(9), batch(8, { operation: 'undo' })], 8)).toHaveLength(1);
  });
});
