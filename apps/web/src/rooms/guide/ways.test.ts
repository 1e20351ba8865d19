import { describe, expect, it } from 'vitest';
import type { GuideStep } from './steps.ts';
import { countOf, left, wayOf } from './ways.ts';

const step = (name: GuideStep['name'], more: Partial<GuideStep> = {}): GuideStep => ({
  name,
  state: 'begun',
  count: 1,
  of: 4,
  ...more,
});

/** Controls as the library has them: what a link filters by must leave those that a step counts as left. */
const controls = [
  { owner: 'ana', implementation: 'operating', freshness: 'fresh', toConfirm: 'false' },
  { owner: 'ana', implementation: 'operating', freshness: 'due', toConfirm: 'true' },
  { owner: '', implementation: 'operating', freshness: 'stale', toConfirm: 'false' },
  { owner: 'ana', implementation: 'partly', freshness: 'failed', toConfirm: 'true' },
  { owner: '', implementation: 'partly', freshness: 'missing', toConfirm: 'false' },
  { owner: '', implementation: 'planned', freshness: 'missing', toConfirm: 'false' },
] as const;

const facetsOf = (rows: readonly (typeof controls)[number][], name: keyof (typeof controls)[number]) => ({
  [name]: [...new Set(rows.map((row) => row[name]))].map((value) => ({
    value,
    count: rows.filter((row) => row[name] === value).length,
  })),
});
const listed = (search: Readonly<Record<string, string | undefined>> = {}) =>
  controls.filter((row) =>
    Object.entries(search).every(([name, value = '']) =>
      value.split(',').includes(row[name as keyof typeof row] || '-'),
    ),
  );

describe('what a step counts as left, and where it leads', () => {
  const working = controls.filter(({ implementation }) => implementation !== 'planned');

  it.each([
    ['claims', 'toConfirm', left.claims.toConfirm, working, 2],
    ['evidence', 'freshness', left.evidence.freshness, working, 3],
    ['implementation', 'owner', left.owner.owner, controls, 3],
  ] as const)(
    'given %s, then the list has as many as are counted',
    (name, dimension, values, rows, count) => {
      expect(countOf([facetsOf(rows, dimension)], dimension, values)).toBe(count);
      expect(listed(wayOf(step(name))?.search)).toHaveLength(count);
    },
  );

  it('given that somebody answers for all and nothing works, then it leads to what is planned', () => {
    expect(wayOf(step('implementation', { count: 4 }))?.search).toEqual({ implementation: 'planned' });
  });

  it('given a step that is done, then it leads to what came of it', () => {
    expect(wayOf(step('evidence', { state: 'done' }))).toEqual({ room: 'evidence' });
    expect(wayOf(step('claims', { state: 'done' }))).toEqual({ room: 'library' });
  });
});
