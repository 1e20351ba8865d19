import { describe, expect, it } from 'vitest';
import { given } from '../testing/index.ts';
import { addPersonInput, grantsOn } from './person.ts';
import { mayDo, permissions, roles } from './role.ts';

describe('given a person added in March until the end of May', () => {
  const story = given().on('2026-03-01');
  story.done('people add', { person: 'ben', role: 'internal_auditor', until: '2026-05-31' });
  const roleOn = (day: string) => grantsOn(story.programme.governance, 'ben', day).map(({ role }) => role);

  it('then the role is held from the first day to the last', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'];
    expect(days.map((day) => roleOn(day).length)).toEqual([0, 1, 1, 0]);
  });

  it('then the facts hold an id and nothing else of the person', () => {
    const facts = story.facts.filter(({ record }) => record.id === 'ben');
    expect(facts.map(({ data }) => data)).toEqual([
      {},
      { role: 'internal_auditor', scope: 'organisation', from: '2026-03-01', until: '2026-05-31' },
    ]);
  });

  it('then adding the person again, or for an unknown scope, is refused', () => {
    expect(story.refusal('people add', { person: 'ben' })).toBe('conflict person.exists');
    expect(story.refusal('people add', { person: 'cleo', scope: 'nowhere' })).toBe(
      'refused scope.unknown at scope',
    );
  });

  it('then somebody unknown has no role', () => {
    expect(grantsOn(story.programme.governance, 'cleo', '2026-04-01')).toEqual([]);
  });
});

it('given no end, then a role holds for good', () => {
  const story = given();
  story.done('people add', { person: 'ben' });
  expect(grantsOn(story.programme.governance, 'ben', '2099-01-01')).toMatchObject([
    { role: 'control_owner' },
  ]);
});

it('every permission is granted by some role, and no role grants another', () => {
  const granted = new Set(roles.flatMap((role) => mayDo[role]));
  expect([...granted].sort()).toEqual([...permissions].sort());
  expect(mayDo.internal_auditor).not.toContain('controls.write');
  expect(mayDo.control_owner).not.toContain('programme.read');
});

it('given a role that would have ended before it begins, then nobody is added', () => {
  const story = given().on('2026-03-02');
  const person = { person: 'ben', role: 'internal_auditor', until: '2026-03-01' };
  expect(story.refusal('people add', person)).toBe('refused person.until-past at until');
});

describe('given a person without a part', () => {
  const story = given();
  story.done('people add', { person: 'ben', role: 'none' });

  it('then they may do nothing, and things can be theirs', () => {
    expect(grantsOn(story.programme.governance, 'ben', '2099-01-01')).toEqual([]);
    story.done('controls add', { code: 'AC-01', name: 'Reviews', owner: 'ben' });
    expect([...story.programme.controls.controls.values()].map(({ owner }) => owner)).toEqual(['ben']);
  });

  it('then an address need not be known, and one that is none is refused', () => {
    expect(addPersonInput.safeParse({ name: 'Ben' }).success).toBe(true);
    expect(addPersonInput.safeParse({ name: 'Ben', mail: 'ben' }).success).toBe(false);
  });
});

it('given many people in one go, when one of them is here already, then nobody is added', () => {
  const story = given();
  story.done('people add-many', { people: ['ben', 'cleo'] });
  expect(['ben', 'cleo'].map((each) => story.programme.governance.people.get(each)?.grants)).toEqual([
    [],
    [],
  ]);
  expect(story.refusal('people add-many', { people: ['dina', 'ben'] })).toBe('conflict person.exists');
  expect(story.programme.governance.people.has('dina')).toBe(false);
});
