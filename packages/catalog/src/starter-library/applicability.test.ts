import { describe, expect, it } from 'vitest';
import { framework } from '../framework.ts';
import { fewestWords, isTemplatePhrase, wordsIn } from '../tables/exclusion.ts';
import { editionIn } from '../titles.ts';
import { languages } from '../words.ts';
import { isStarterReason, starterLibrary, starterReason } from './library.ts';

const iso = framework('iso27001-2022');
if (!iso) throw new Error('there is no ISO/IEC 27001');
const annex = iso.requirements.filter(({ assessable, excludable }) => assessable && excludable);

/** How alike two texts are by their words of more than three letters, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}

describe.each(languages)('why the controls of Annex A are necessary, in %s', (language) => {
  const rows = starterLibrary(language).applicability;
  const reasons = rows.map(({ reason }) => reason);
  const failing = (isWrong: (reason: string) => boolean) => reasons.filter(isWrong);

  it('is said of each of them once, and of nothing else', () => {
    expect(annex).toHaveLength(93);
    expect(rows.map(({ requirement }) => requirement)).toEqual(annex.map(({ id }) => id));
    expect(new Set(rows.map((row) => row.framework))).toEqual(new Set(['iso27001-2022']));
  });

  it('is one whole sentence of 8 to 40 words', () => {
    const wordsOf = (reason: string) => wordsIn(reason).length;
    expect(failing((reason) => wordsOf(reason) < 8 || wordsOf(reason) > 40)).toEqual([]);
    expect(failing((reason) => !/^\p{Lu}.*[^.]\.$/u.test(reason))).toEqual([]);
    expect(failing((reason) => / {2}|\u2014|[.!?] \p{L}/u.test(reason))).toEqual([]);
  });

  it('is more than the title of the control, and nothing that a check would call a phrase', () => {
    const titles = new Map(editionIn(language, iso).requirements.map(({ id, title }) => [id, title]));
    const beside = rows.map(({ requirement, reason }) =>
      reason.toLowerCase().replace(titles.get(requirement)?.toLowerCase() ?? '', ''),
    );
    expect(beside.filter((text) => wordsIn(text).length < 8)).toEqual([]);
    expect(failing(isTemplatePhrase)).toEqual([]);
    expect(failing((reason) => wordsIn(reason).length < fewestWords)).toEqual([]);
  });

  it('is never said twice, nor nearly, nor begun alike more than five times', () => {
    expect(new Set(reasons).size).toBe(93);
    const sets = reasons.map((reason) => new Set(wordsIn(reason).filter((word) => word.length > 3)));
    const alike = sets.flatMap((one, at) =>
      sets.slice(at + 1).flatMap((other) => (likeness(one, other) > 0.25 ? [[...one].join(' ')] : [])),
    );
    expect(alike).toEqual([]);
    const openings = reasons.map((reason) => wordsIn(reason).slice(0, 2).join(' '));
    const often = openings.filter((each) => openings.filter((other) => other === each).length > 5);
    expect(often).toEqual([]);
  });

  it('stands as it is proposed, alone or after a fact, until somebody puts other words in its place', () => {
    const of = { framework: 'iso27001-2022', requirement: 'A.8.13' };
    const reason = starterReason(of, language) ?? '';
    expect(reason).toMatch(/\S/);
    expect([reason, `Cloud services are used. ${reason} `].map((text) => isStarterReason(of, text))).toEqual([
      true,
      true,
    ]);
    for (const text of ['', 'R-7', `${reason} R-7`]) expect(isStarterReason(of, text), text).toBe(false);
    expect(isStarterReason({ ...of, requirement: 'A.8.14' }, reason)).toBe(false);
  });
});

it('is said of nothing that Annex A does not list, and in English where a language has no words', () => {
  expect(starterReason({ framework: 'iso27001-2022', requirement: '4.1' })).toBeUndefined();
  expect(starterReason({ framework: 'nist-csf-2.0', requirement: 'A.5.1' })).toBeUndefined();
  expect(isStarterReason({ framework: 'iso27001-2022', requirement: '4.1' }, '')).toBe(false);
  const of = { framework: 'iso27001-2022', requirement: 'A.5.1' };
  expect(starterReason(of, 'nl')).toBe(starterReason(of));
});
