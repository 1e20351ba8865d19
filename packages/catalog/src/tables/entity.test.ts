import { describe, expect, it } from 'vitest';
import activityFile from '../../data/scales/activities.json' with { type: 'json' };
import designationFile from '../../data/scales/designations.json' with { type: 'json' };
import {
  activities,
  activitiesIn,
  activityNamed,
  designations,
  designationsIn,
  languages,
} from '../index.ts';

const unlisted = ['domain-name-registration', 'local-government', 'education', 'none-listed'];

describe('the activities', () => {
  it('are the 67 types of the two annexes, three that no annex lists, and that it is none of them', () => {
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

describe('the everyday words', () => {
  it('are there for each activity in every language, each once', () => {
    for (const { id, words } of activities()) {
      expect(Object.keys(words), id).toEqual([...languages]);
      for (const each of Object.values(words)) {
        expect(each.length, id).toBeGreaterThan(0);
        expect(new Set(each).size, id).toBe(each.length);
        expect(
          each.every((word) => word.trim() === word && word !== ''),
          id,
        ).toBe(true);
      }
    }
  });

  it.each([
    ['hospital', 'I.5.1'],
    ['Krankenhaus', 'I.5.1'],
    ['clinique', 'I.5.1'],
    ['SaaS', 'I.8.4'],
    ['software', 'I.8.4'],
    ['logiciel', 'I.8.4'],
    ['hosting', 'I.8.5'],
    ['hébergement', 'I.8.4'],
    ['Systemhaus', 'I.9.1'],
    ['bank', 'I.3.1'],
    ['banque', 'I.3.1'],
    ['Sparkasse', 'I.3.1'],
    ['water', 'I.6.1'],
    ['Stadtwerke', 'I.1.a.2'],
    ['Stadtwerke', 'I.6.1'],
    ['Maschinenbau', 'II.5.d.1'],
    ['mairie', 'local-government'],
  ])('find by %s what is called so: %s', (word, id) => {
    for (const language of languages) {
      const found = activitiesIn(language).filter(({ words }) =>
        words.some((each) => each.toLowerCase().includes(word.toLowerCase())),
      );
      expect(
        found.map((each) => each.id),
        language,
      ).toContain(id);
    }
  });

  it.each([
    ['none-listed', 'road haulage', 'Spedition', 'transport routier'],
    ['none-listed', 'trucking', 'Güterverkehr', 'camion'],
    ['none-listed', 'forwarder', 'Lkw', 'transitaire'],
    ['none-listed', 'warehouse', 'Lager', 'entrepôt'],
    ['none-listed', 'logistics', 'Logistik', 'logistique'],
    ['none-listed', 'taxi', 'Taxi', 'taxi'],
    ['none-listed', 'law firm', 'Anwaltskanzlei', 'avocat'],
    ['none-listed', 'hotel', 'Hotel', 'hôtel'],
    ['none-listed', 'farm', 'Landwirtschaft', 'agriculture'],
    ['none-listed', 'construction', 'Bauunternehmen', 'bâtiment'],
    ['none-listed', 'insurance broker', 'Versicherungsmakler', 'courtier en assurances'],
    ['none-listed', 'gym', 'Fitnessstudio', 'salle de sport'],
    ['none-listed', 'web agency', 'Webagentur', 'agence web'],
    ['none-listed', 'newspaper', 'Zeitung', 'journal'],
    ['none-listed', 'toy shop', 'Spielwaren', 'magasin de jouets'],
    ['none-listed', 'supermarket', 'Supermarkt', 'supermarché'],
    ['II.4.1', 'bakery', 'Bäckerei', 'boulangerie'],
    ['II.4.1', 'brewery', 'Brauerei', 'brasserie'],
    ['II.1.1', 'courier', 'Kurier', 'coursier'],
    ['I.3.1', 'bank', 'Bank', 'banque'],
    ['education', 'school', 'Schule', 'école'],
    ['education', 'university', 'Universität', 'université'],
    ['I.5.1', 'hospital', 'Krankenhaus', 'hôpital'],
    ['I.5.1', 'pharmacy', 'Apotheke', 'pharmacie'],
    ['I.8.4', 'saas', 'SaaS', 'éditeur de logiciels'],
    ['I.9.1', 'msp', 'Systemhaus', 'infogérance'],
    ['II.5.e.1', 'car maker', 'Autohersteller', 'constructeur automobile'],
    ['II.5.d.1', 'machine builder', 'Maschinenbauer', 'construction mécanique'],
    ['II.2.1', 'waste', 'Entsorger', 'déchets'],
    ['I.6.1', 'water', 'Wasserwerk', 'eau potable'],
    ['I.8.5', 'hosting', 'Rechenzentrum', 'hébergement'],
    ['I.8.8', 'telecom', 'Telekom', 'télécom'],
    ['I.2.a.1', 'airline', 'Fluggesellschaft', 'compagnie aérienne'],
    ['I.2.c.1', 'shipping', 'Reederei', 'armateur'],
    ['I.1.e.1', 'hydrogen', 'Wasserstoff', 'hydrogène'],
    ['II.3.1', 'chemicals', 'Chemie', 'chimie'],
  ])('say %s of %s, %s and %s', (id, ...said) => {
    const words = activities().find((each) => each.id === id)?.words;
    languages.forEach((language, at) => {
      const named = words?.[language]?.some((each) =>
        each.toLowerCase().includes(said[at]?.toLowerCase() ?? '-'),
      );
      expect([language, said[at], named]).toEqual([language, said[at], true]);
    });
  });

  it('begin with those of the language that is asked in', () => {
    const hospital = activitiesIn('de').find(({ id }) => id === 'I.5.1');
    expect(hospital?.words[0]).toBe('Krankenhaus');
    expect(hospital?.words).toContain('hospital');
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
    const named = activities().map(({ words: _words, ...activity }) => activity);
    expect(activitiesIn('en').map(({ words: _words, ...activity }) => activity)).toEqual(named);
    expect(designationsIn('en')).toEqual(designations());
  });
});
