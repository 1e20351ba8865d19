import { expect, it } from 'vitest';
import shipped from '../data/documented-information/iso27001-2022.json' with { type: 'json' };
import { documentedInformationOf, framework, requirementOf } from './index.ts';

const iso = framework('iso27001-2022')!;
const needs = documentedInformationOf(iso.id);

it('there are 17 documents and records that the clauses call for', () => {
  const clauses = needs.filter((need) => !need.annexA);
  expect(clauses.map(({ id }) => id)).toEqual(
    Array.from({ length: 17 }, (_, at) => `DOC-${String(at + 1).padStart(2, '0')}`),
  );
  expect(clauses.map(({ requirement, kind }) => `${requirement} ${kind}`)).toEqual([
    '4.3 D',
    '5.2 D',
    '6.1.2 D',
    '6.1.3 D',
    '6.1.3.d D',
    '6.1.3.e D+R',
    '6.2 D',
    '7.2.d R',
    '7.5.1.b D',
    '7.5.3 D',
    '8.1 R',
    '8.2 R',
    '8.3 R',
    '9.1 R',
    '9.2.2 R',
    '9.3.3 R',
    '10.2 R',
  ]);
});

it('those of Annex A are the controls that call for something written when they are applied', () => {
  const tagged = iso.requirements.filter(({ tags }) => tags?.writtenIfApplied !== undefined);
  const conditional = needs.filter((need) => need.annexA);
  expect(conditional.map(({ requirement, title }) => [requirement, title])).toEqual(
    tagged.map(({ id, tags }) => [id, tags?.writtenIfApplied]),
  );
});

it('each names a requirement or an item, says what it holds at least, and once', () => {
  expect(new Set(needs.map(({ id }) => id)).size).toBe(needs.length);
  for (const { id, requirement, also = [], checks } of needs) {
    for (const named of [requirement, ...also]) expect(requirementOf(iso, named), id).toBeDefined();
    expect(checks.length, id).toBeGreaterThan(0);
  }
  expect([shipped.source, shipped.licence, shipped.edition].every((text) => text !== '')).toBe(true);
});

it('what the clauses themselves are tagged with has a need of the same title', () => {
  const titles = needs.map(({ title }) => title);
  const named = iso.requirements.flatMap(({ documentedInformation = [] }) => documentedInformation);
  expect(named.map(({ name }) => name).filter((name) => !titles.includes(name))).toEqual([]);
});

it('given a framework of which nothing is known, then there is nothing', () => {
  expect(documentedInformationOf('nist-csf-2.0')).toEqual([]);
});

it.each(['de', 'fr'])(
  'in %s every need has its title and as many checks, and is the same need',
  (language) => {
    const translated = documentedInformationOf(iso.id, language);
    for (const [at, need] of needs.entries()) {
      const other = translated[at]!;
      expect({ ...other, title: need.title, checks: need.checks }).toEqual(need);
      expect([other.checks.length, other.title.trim() === '']).toEqual([need.checks.length, false]);
      expect(other.checks).not.toEqual(need.checks);
    }
  },
);
