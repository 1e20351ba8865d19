import {
  languages,
  starterCondition,
  starterControl,
  starterFamilies,
  starterLibrary,
} from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { controlNamed } from '../control.ts';
import { addControlInput } from '../inputs/control-input.ts';

const iso = 'iso27001-2022';

const controlOf = (story: Story, code: string) => {
  const control = controlNamed(story.programme.controls, code);
  if ('refusal' in control) throw new Error(`there is no ${code}`);
  return control;
};
const claimsOf = (story: Story) => [...story.programme.controls.claims.values()];

describe.each(languages)('adopting them in %s', (language) => {
  const library = starterLibrary(language);

  it('given all of them, then every text is in it, and codes and origin are the same in each', () => {
    const story = given(iso);
    story.done('library adopt', { all: true, language });
    for (const starter of library.controls) {
      const { name, statement, family, test, usualEvidence, condition } = starter;
      expect(controlOf(story, starter.code)).toMatchObject({
        name,
        statement,
        family,
        test,
        usualEvidence,
        condition: condition === undefined ? '' : starterCondition(condition, language),
        source: `starter-library/1/${starter.code}`,
      });
    }
    const stated = claimsOf(story).map(({ rationale }) => rationale);
    const offered = [...library.claims, ...library.jointClaims].filter(({ framework }) => framework === iso);
    expect(stated.sort()).toEqual(offered.map(({ rationale }) => rationale).sort());
  });

  it('given they are here in another language, then nothing is added, and nothing said anew', () => {
    const story = given(iso);
    story.done('library adopt', { all: true });
    expect(story.when('library adopt', { all: true, language })).toEqual({ facts: [] });
  });

  it('given a family by its name in any language, then its controls', () => {
    const networks = starterControl('NET-01', language)?.family ?? '';
    expect(starterFamilies(language)).toContain(networks);
    const story = given();
    story.done('library adopt', { families: [networks.toUpperCase()] });
    expect(controlOf(story, 'NET-03').family).toBe('Networks');
    expect(story.programme.controls.controls.size).toBe(6);
  });

  it('no text is longer than one that somebody types may be', () => {
    for (const { code, name, statement, family, test, usualEvidence } of library.controls) {
      const typed = { code, name, statement, family, test, usualEvidence };
      expect(addControlInput.safeParse(typed).error?.message, code).toBeUndefined();
    }
  });
});
