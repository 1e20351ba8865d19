import { expect, it } from 'vitest';
import { assessableOf, conditionsOf, framework, requirementOf } from '../index.ts';

const annex = framework('nis2-2024-2690')!;
const conditions = conditionsOf(annex.id);

it('every condition stands at a point within a requirement that may be left out, once, in the order of the annex', () => {
  const order = annex.requirements.map(({ id }) => id);
  const places = conditions.map(({ requirement }) => order.indexOf(requirement));
  expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
  for (const { requirement, wording, governs } of conditions) {
    expect(requirementOf(annex, requirement)?.level, requirement).toBe('point');
    expect([
      'where appropriate',
      'where applicable',
      'to the extent feasible',
      'only for who does it',
    ]).toContain(wording);
    expect(['all', 'part', 'update']).toContain(governs);
  }
});

it('some requirements leave no room but for an update after a review', () => {
  const roomy = conditions
    .filter(({ governs }) => governs !== 'update')
    .map(({ requirement }) => requirement);
  const firm = assessableOf(annex).filter(({ id }) => !roomy.some((point) => point.startsWith(`${id}.`)));
  expect(firm.map(({ id }) => id)).toContain('1.1');
  expect(firm.map(({ id }) => id)).not.toContain('11.7');
  expect(conditionsOf('iso27001-2022')).toEqual([]);
});
