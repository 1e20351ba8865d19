import { describe, expect, it } from 'vitest';
import { starterControl, starterFamilies, starterLibrary } from './library.ts';
import { claimKey, ownWords, requirementKey } from './own-words.ts';

const english = starterLibrary();
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

describe.each(Object.entries(ownWords))('the starter library in %s', (language, words) => {
  const library = starterLibrary(language);

  it('says everything that it says in English, and nothing else', () => {
    expect(sorted(Object.keys(words.conditions))).toEqual(sorted(english.conditions.map(({ id }) => id)));
    expect(sorted(Object.keys(words.families))).toEqual(sorted(starterFamilies()));
    const owners = english.controls.map(({ suggestedOwner }) => suggestedOwner);
    expect(sorted(Object.keys(words.owners))).toEqual(sorted(owners));
    expect(sorted(Object.keys(words.controls))).toEqual(sorted(english.controls.map(({ code }) => code)));
    expect(sorted(Object.keys(words.claims))).toEqual(sorted(english.claims.map(claimKey)));
    expect(sorted(Object.keys(words.jointClaims))).toEqual(sorted(english.jointClaims.map(requirementKey)));
    expect(sorted(Object.keys(words.gaps))).toEqual(sorted(english.gaps.map(requirementKey)));
    const listed = english.applicability.map(requirementKey);
    expect(sorted(Object.keys(words.applicability))).toEqual(sorted(listed));
  });

  it('names as many kinds of evidence of each control, and leaves no text empty', () => {
    for (const [at, control] of library.controls.entries()) {
      const own = english.controls[at];
      expect(control.usualEvidence.length, control.code).toBe(own?.usualEvidence.length);
      const texts = [control.name, control.statement, control.test, ...control.usualEvidence];
      for (const text of texts) expect(text, control.code).toMatch(/\S/);
    }
  });

  it('tells controls and families apart as the English one does', () => {
    const families = new Map(
      english.controls.map(({ family }, at) => [family, library.controls[at]?.family]),
    );
    expect(new Set(families.values()).size).toBe(families.size);
    expect(new Set(library.controls.map(({ name }) => name)).size).toBe(library.controls.length);
  });

  it('leaves no rationale and no statement as it is in English', () => {
    const same = [
      ...library.controls.filter(({ statement }, at) => statement === english.controls[at]?.statement),
      ...library.claims.filter(({ rationale }, at) => rationale === english.claims[at]?.rationale),
      ...library.jointClaims.filter(({ rationale }, at) => rationale === english.jointClaims[at]?.rationale),
      ...library.gaps.filter(({ missing }, at) => missing === english.gaps[at]?.missing),
      ...library.applicability.filter(({ reason }, at) => reason === english.applicability[at]?.reason),
    ].map((each) => ('code' in each ? each.code : requirementKey(each)));
    expect(same).toEqual([]);
  });

  it('names the same controls in each text, and writes French as it is written', () => {
    const named = (text: string) => [...new Set(text.match(/\b[A-Z]{3}-\d\d\b/g))].sort();
    const textsOf = ({ claims, jointClaims, gaps, applicability }: typeof library) => [
      ...claims.map(({ rationale }) => rationale),
      ...jointClaims.map(({ rationale }) => rationale),
      ...gaps.map(({ missing }) => missing),
      ...applicability.map(({ reason }) => reason),
    ];
    const texts = textsOf(library);
    const inEnglish = textsOf(english).map(named);
    expect(texts.filter((text, at) => named(text).join() !== inEnglish[at]?.join())).toEqual([]);
    if (language === 'fr') expect(texts.filter((text) => / [;:!?»]|« /.test(text))).toEqual([]);
  });

  it('keeps codes, kinds, frequencies and conditions', () => {
    const kept = ({ controls }: typeof library) =>
      controls.map(({ code, kind, frequency, condition, effort, priority }) => [
        code,
        kind,
        frequency,
        condition,
        effort,
        priority,
      ]);
    expect(kept(library)).toEqual(kept(english));
    expect(library.claims.map(claimKey)).toEqual(english.claims.map(claimKey));
  });
});

it('in a language that has no words it is the English one', () => {
  expect(starterLibrary('nl')).toBe(english);
  expect(starterLibrary('toString')).toBe(english);
  expect(starterControl('gov-01', 'nl')).toBe(starterControl('GOV-01'));
});
