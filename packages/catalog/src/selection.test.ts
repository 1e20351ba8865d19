import { expect, it } from 'vitest';
import { assessableOf, type Framework, narrowedTo, requirementOf } from './index.ts';

const rule = (id: string, assessable = true) => ({
  id,
  parent: assessable ? 'R' : null,
  level: 'rule',
  title: id,
  titleOrigin: 'own' as const,
  assessable,
  excludable: false,
});

const small: Framework = {
  id: 'small',
  title: 'Small',
  publisher: 'Nobody',
  edition: '1',
  revision: 1,
  source: 'None',
  licence: 'None',
  sourceNote: 'None',
  levels: { rule: 'Rule' },
  requirements: [rule('R', false), rule('R1'), rule('R2'), rule('R3')],
  selections: [
    { id: 'low', title: 'Low', source: 'None', requirements: ['R1', 'R3'] },
    { id: 'none', title: 'None', source: 'None', requirements: ['R'] },
  ],
};

it('given a selection, then only what it names is assessed, and the rest can still be read', () => {
  const low = narrowedTo(small, 'low')!;
  expect(assessableOf(low).map(({ id }) => id)).toEqual(['R1', 'R3']);
  expect(requirementOf(low, 'R2')).toMatchObject({ title: 'R2', assessable: false });
  expect(assessableOf(small)).toHaveLength(3);
});

it('a selection makes nothing assessable that is not', () => {
  expect(assessableOf(narrowedTo(small, 'none')!)).toEqual([]);
});

it('the same question has the same object for an answer, and an unknown selection none', () => {
  expect(narrowedTo(small, 'low')).toBe(narrowedTo(small, 'low'));
  expect(narrowedTo(small, 'high')).toBeUndefined();
});
