import { expect, it } from 'vitest';
import { assessableOf, conditionsOf, framework, requirementOf } from '../index.ts';

const annex = framework('nis2-2024-2690')!;
const conditions = conditionsOf(annex.id);

it('every condition stands at a point or a letter within a requirement that may be left out, once, in the order of the annex', () => {
  const order = annex.requirements.map(({ id }) => id);
  const places = conditions.map(({ requirement }) => order.indexOf(requirement));
  expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
  for (const { requirement, wording, governs } of conditions) {
    expect(['point', 'letter'], requirement).toContain(requirementOf(annex, requirement)?.level);
    expect(requirementOf(annex, requirement)?.assessable, requirement).toBe(false);
    expect([
      'where appropriate',
      'where applicable',
      'to the extent feasible',
      'only for who does it',
    ]).toContain(wording);
    expect(['all', 'listed', 'part', 'update']).toContain(governs);
    const lists = annex.requirements.some(({ parent }) => parent === requirement);
    expect(governs !== 'listed' || lists, requirement).toBe(true);
  }
});

it('a phrase stands at the letter that carries it, and at no other of its point', () => {
  const at = conditions.map(({ requirement }) => requirement);
  const letters = ['3.5.3.a', '4.3.2.a', '5.1.2.d', '5.1.7.a', '5.1.7.d', '6.7.2.g', '6.10.2.b'];
  expect(at.filter((id) => /[a-z]$/.test(id))).toEqual([
    ...letters,
    ...['9.2.b', '9.2.c', '10.1.2.a', '12.3.2.d'],
  ]);
  expect(at).not.toContain('6.10.2');
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
