import { describe, expect, it } from 'vitest';
import { fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';

const entities = (story: Story) => story.programme.governance.entities;
const said = {
  name: 'Havelmark GmbH',
  activities: ['I.9.1', 'I.8.4', 'I.9.1'],
  alone: { persons: 120.5, turnover: 14_000_000, balance: 9_000_000 },
  group: { persons: 800 },
  earlier: { alone: { persons: 90 } },
  linked: true,
  independentSystems: false,
  establishedIn: ['DE', 'PL'],
  servesIn: ['DE'],
  designations: ['dora-financial-entity'],
  period: '2025',
};

describe('when a legal entity is added', () => {
  it('then its figures are kept as they were said, each activity once', () => {
    const story = given();
    const id = story.done('entities add', said);
    expect(entities(story).get(id)).toEqual({
      ...said,
      activities: ['I.9.1', 'I.8.4'],
      id,
      seq: story.programme.position,
    });
    expect(story.when('entities add', { name: 'Other' })).toMatchObject({
      facts: [
        { type: 'EntityAdded', erasable: ['name'], data: { alone: {}, linked: false, activities: [] } },
      ],
    });
  });

  it('then figures of a group are for who is linked, and hold the entity itself', () => {
    const story = given();
    const refused = (more: object) => story.refusal('entities add', { name: 'x', ...more });
    const group = { persons: 10 };
    expect(refused({ group })).toBe('refused entity.group-unlinked at group');
    expect(refused({ group, linked: true, alone: { persons: 60 } })).toBe(
      'refused entity.group-fewer at group',
    );
    const entity = story.done('entities add', { name: 'x', group, linked: true, alone: { persons: 10 } });
    expect(story.refusal('entities change', { entity, linked: false })).toBe(
      'refused entity.group-unlinked at group',
    );
  });

  it('then what is not in the catalogue, or no country or year, is refused', () => {
    const story = given();
    const refused = (more: object) => story.refusal('entities add', { name: 'x', ...more });
    expect(refused({ activities: ['I.9.1', 'I.99'] })).toBe('refused entity.activity-unknown at activities');
    expect(refused({ designations: ['grand'] })).toBe('refused entity.designation-unknown at designations');
    expect(refused({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    for (const wrong of [
      { establishedIn: ['de'] },
      { servesIn: ['DEU'] },
      { period: '25' },
      { alone: { persons: -1 } },
      { alone: { staff: 1 } },
    ])
      expect(() => refused(wrong), JSON.stringify(wrong)).toThrow();
    story.done('entities add', { name: 'x' });
    expect(refused({})).toBe('conflict entity.exists at name');
  });
});

describe('given a legal entity', () => {
  it('when it is changed, then figures are replaced as a whole, and null takes away', () => {
    const story = given();
    const entity = story.done('entities add', said);
    const change = { entity, alone: { persons: 130 }, group: null, earlier: null, linked: false };
    story.done('entities change', change);
    expect(entities(story).get(entity)).toMatchObject({
      alone: { persons: 130 },
      group: undefined,
      earlier: undefined,
      linked: false,
      activities: ['I.9.1', 'I.8.4'],
    });
    expect(story.when('entities change', change)).toEqual({ facts: [] });
    expect(story.when('entities change', { entity, activities: ['I.9.1', 'I.8.4', 'I.8.4'] })).toEqual({
      facts: [],
    });
    expect(story.refusal('entities change', { entity, activities: ['x'] })).toBe(
      'refused entity.activity-unknown at activities',
    );
    expect(story.refusal('entities change', { entity: 'x', name: 'y' })).toBe(
      'missing entity.unknown at entity',
    );
  });

  it('when it ends, then it stays, and cannot be changed', () => {
    const story = given().on('2026-03-01');
    const entity = story.done('entities add', said);
    story.done('entities end', { entity, reason: 'Merged' });
    expect(entities(story).get(entity)).toMatchObject({ endedOn: '2026-03-01', alone: said.alone });
    expect(story.refusal('entities change', { entity, linked: false })).toBe('conflict entity.ended');
    expect(story.refusal('entities end', { entity })).toBe('conflict entity.ended');
    expect(story.refusal('entities add', said)).toBe('');
  });

  it('given that its name was erased, then its figures stay', () => {
    const story = given();
    const entity = story.done('entities add', said);
    story.done('entities change', { entity, name: 'Ms Example, sole trader' });
    const folded = fold({ ...given().programme, position: 0 }, story.erased());
    expect(folded.governance.entities.get(entity)).toMatchObject({ name: '', alone: said.alone });
  });
});

describe('what an entity names', () => {
  it('is an activity by its id or by a part of a name that only one has', () => {
    const story = given();
    const entity = story.done('entities add', { name: 'A', activities: ['cloud', 'I.8.4'] });
    expect(story.programme.governance.entities.get(entity)?.activities).toEqual(['I.8.4']);
    const refused = (activity: string) =>
      story.refusal('entities add', { name: 'B', activities: [activity] });
    expect(['provider', 'zzz'].map(refused)).toEqual(
      Array(2).fill('refused entity.activity-unknown at activities'),
    );
  });

  it('is told of where it is a designation that counts only with activities which the entity has not', () => {
    const story = given();
    const said = { name: 'A', designations: ['qualified-trust-service', 'critical-entity'] };
    const idle = {
      code: 'entity.designation-idle',
      params: { designation: said.designations[0], activities: 'I.8.7' },
    };
    expect(story.when('entities add', said)).toMatchObject({ notices: [idle] });
    expect(story.when('entities add', { ...said, activities: ['I.8.7'] })).not.toHaveProperty('notices');
    const entity = story.done('entities add', { ...said, activities: ['I.8.7'] });
    expect(story.when('entities change', { entity, activities: ['I.8.4'] })).toMatchObject({
      notices: [idle],
    });
  });

  it('is a country by the code that is assigned to it; what is meant by another is told', () => {
    const story = given();
    const refusal = (said: object) => story.tried('entities add', { name: 'A', ...said });
    expect(refusal({ establishedIn: ['DE', 'ZZ'] })).toMatchObject({
      code: 'entity.country-unknown',
      params: { country: 'ZZ' },
      path: 'establishedIn[1]',
    });
    expect(refusal({ servesIn: ['EL'] })).toMatchObject({
      code: 'entity.country-other',
      params: { country: 'EL', meant: 'GR' },
      path: 'servesIn[0]',
    });
    expect(refusal({ servesIn: ['UK'] })).toMatchObject({ params: { meant: 'GB' } });
    expect(refusal({ establishedIn: ['GR'], servesIn: ['GB', 'TL'] })).toBeUndefined();
  });
});
