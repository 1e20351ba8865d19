import { expect, it } from 'vitest';
import { activities, entityClassLaw } from '../index.ts';

const { ceilings, fines, groups, memberStates } = entityClassLaw();

it('every group names activities that there are, each once', () => {
  const ids = activities().map(({ id }) => id);
  for (const [group, members] of Object.entries(groups)) {
    expect(
      members.filter((id) => !ids.includes(id)),
      group,
    ).toEqual([]);
    expect(new Set(members).size, group).toBe(members.length);
    expect(members.length, group).toBeGreaterThan(0);
  }
});

it('what is bound by the implementing regulation is what registers, without registrars and with trust services', () => {
  const { digital, registrar, trust, regulation2690 } = groups;
  const expected = [...digital.filter((id) => !registrar.includes(id)), ...trust];
  expect([...regulation2690].sort()).toEqual(expected.sort());
});

it('ceilings rise, fines are those of Article 34, and the Union has 27 states', () => {
  for (const [small, medium] of Object.values(ceilings)) expect(small).toBeLessThan(medium);
  expect(fines.map(({ class: of, amount, percent }) => [of, amount, percent])).toEqual([
    ['essential', 10_000_000, 2],
    ['important', 7_000_000, 1.4],
  ]);
  expect(new Set(memberStates).size).toBe(27);
});
