import { describe, expect, it } from 'vitest';
import activityFile from '../../data/scales/activities.json' with { type: 'json' };
import designationFile from '../../data/scales/designations.json' with { type: 'json' };
import { activities, activitiesIn, activityNamed, designations, designationsIn } from '../index.ts';

const unlisted = ['domain-name-registration', 'local-government', 'education'];

describe('the activities', () => {
  it('are the 67 types of the two annexes, and three that no annex lists', () => {
    const of = (annex?: string) => activities().filter((each) => each.annex === annex);
    expect([of('I').length, of('II').length]).toEqual([53, 14]);
    expect(of().map(({ id }) => id)).toEqual(unlisted);
    expect(new Set(activities().map(({ id }) => id)).size).toBe(activities().length);
  });

  it('have the ids of their place: annex, sector, subsector, number', () => {
    for (const { id, annex, sector, subsector } of activities().filter((each) => each.annex)) {
      const letter = subsector ? [subsector.letter] : [];
      expect(id.split('.').slice(0, -1), id).toEqual([annex, sector?.number, ...letter]);
      expect(id, id).toMatch(/\.\d+$/);
    }
  });

  it('have 11 sectors in the one annex and 7 in the other, each with one name', () => {
    const sectors = (annex: string) =>
      new Set(activities().flatMap((each) => (each.annex === annex ? [JSON.stringify(each.sector)] : [])));
    expect([sectors('I').size, sectors('II').size]).toEqual([11, 7]);
    const named = activities().find(({ id }) => id === 'I.8.6');
    expect(named).toMatchObject({ name: 'Content delivery network providers', sector: { number: '8' } });
  });

  it('that no annex lists say where they are named', () => {
    for (const { id, provision, note } of activities())
      expect([id, provision !== undefined, note !== undefined]).toEqual([
        id,
        unlisted.includes(id),
        unlisted.includes(id),
      ]);
  });
});

describe('the designations', () => {
  it('each have an id of their own, a provision and a name', () => {
    expect(new Set(designations().map(({ id }) => id)).size).toBe(designations().length);
    for (const { id, provision, name, by } of designations()) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(provision, id).toMatch(/^(Article \d|Annex I)/);
      expect(name, id).toMatch(/^[A-Z].*[^.]$/);
      expect(['decided', 'stated'], id).toContain(by);
    }
  });

  it('cover what a Member State may name, exempt or keep', () => {
    const provisions = designations().map(({ provision }) => provision.replace('Article ', ''));
    const wanted = [
      '2(2)(b)',
      '2(2)(c)',
      '2(2)(d)',
      '2(2)(e)',
      '2(3)',
      '2(7)',
      '2(8)',
      '2(10)',
      '3(1)(b)',
      '3(1)(e)',
      '3(1)(g)',
    ];
    expect(wanted.filter((each) => !provisions.includes(each))).toEqual([]);
  });
});

it('both files name source, edition and licence', () => {
  for (const { source, edition, licence } of [activityFile, designationFile]) {
    expect(source).toMatch(/EUR-Lex/);
    expect(edition).toMatch(/2022\/2555/);
    expect(licence).toMatch(/reused/);
  }
});

it('an activity is named by its id, or by a part of its name that no other has, of three letters at least', () => {
  const named = (said: string) => activityNamed(said)?.id;
  expect(['I.8.4', 'I.8', 'cloud', ' CLOUD', 'provider', 'x', ''].map(named)).toEqual([
    ...['I.8.4', undefined, 'I.8.4', 'I.8.4', undefined, undefined, undefined],
  ]);
});

it('activities that a designation goes with are listed', () => {
  const ids = activities().map(({ id }) => id);
  const needed = designations().flatMap((each) => each.with ?? []);
  expect(needed.length).toBeGreaterThan(5);
  expect(needed.filter((id) => !ids.includes(id))).toEqual([]);
});

describe('given a language', () => {
  it('then names, sectors and provisions are said in it, and ids and numbers stay', () => {
    const bySea = activitiesIn('de').find(({ id }) => id === 'I.2.c.1');
    expect(bySea).toMatchObject({
      annex: 'I',
      sector: { number: '2', name: 'Verkehr' },
      subsector: { letter: 'c', name: 'Schifffahrt' },
    });
    expect(designationsIn('fr').find(({ id }) => id === 'qualified-trust-service')).toMatchObject({
      name: 'Prestataire de services de confiance qualifié',
      provision: 'Article 3(1)(b)',
      with: ['I.8.7'],
    });
    expect(activitiesIn('de').map(({ id }) => id)).toEqual(activities().map(({ id }) => id));
  });

  it('then English is what the tables say', () => {
    expect(activitiesIn('en')).toEqual(activities());
    expect(designationsIn('en')).toEqual(designations());
  });
});
