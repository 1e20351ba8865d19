import applicabilityFile from '../../data/starter-library/applicability.json' with { type: 'json' };
import attributesFile from '../../data/starter-library/attributes.json' with { type: 'json' };
import claimsFile from '../../data/starter-library/claims.json' with { type: 'json' };
import controlsFile from '../../data/starter-library/controls.json' with { type: 'json' };
import gapsFile from '../../data/starter-library/gaps.json' with { type: 'json' };
import jointClaimsFile from '../../data/starter-library/joint-claims.json' with { type: 'json' };
import type { ControlAttributes } from '../tables/attribute.ts';
import { languages } from '../words.ts';
import { inOwnWords, type OnRequirement, ownWords, requirementKey } from './own-words.ts';
import type { StarterControl, StarterLibrary } from './starter.ts';

// The compiler widens the literals of a JSON module; library.test.ts checks the shape.
const SHIPPED = {
  edition: controlsFile.edition,
  source: controlsFile.source,
  licence: controlsFile.licence,
  conditions: controlsFile.conditions,
  controls: controlsFile.controls,
  claims: claimsFile.claims,
  jointClaims: jointClaimsFile.jointClaims,
  gaps: gapsFile.gaps,
  applicability: applicabilityFile.applicability,
} as unknown as StarterLibrary;

const spoken = new Map<string, StarterLibrary>([['en', SHIPPED]]);

/**
 * The starter library we ship: controls to adopt, and what they are to the lead frameworks, in a language; in English
 * where that language has no words. Edition, codes and ids are the same in each.
 */
export function starterLibrary(language = 'en'): StarterLibrary {
  const known = spoken.get(language);
  if (known) return known;
  const words = Object.hasOwn(ownWords, language) ? ownWords[language] : undefined;
  if (!words) return SHIPPED;
  const library = inOwnWords(SHIPPED, words);
  spoken.set(language, library);
  return library;
}

const places = new Map(SHIPPED.controls.map(({ code }, at) => [code, at]));

/** The starter control with this code, in any case, or undefined. */
export function starterControl(code: string, language = 'en'): StarterControl | undefined {
  const at = places.get(code.toUpperCase());
  return at === undefined ? undefined : starterLibrary(language).controls[at];
}

/** The families of the starter library, in its order. */
export function starterFamilies(language = 'en'): readonly string[] {
  return [...new Set(starterLibrary(language).controls.map((control) => control.family))];
}

/** Whether this names the family of a starter control, in any case and in any of our languages. */
export function isStarterFamily(named: string, code: string): boolean {
  const wanted = named.toLowerCase();
  return languages.some((language) => starterControl(code, language)?.family.toLowerCase() === wanted);
}

/** The words of a condition under which a control is of use; the id where nobody has written any. */
export function starterCondition(condition: string, language = 'en'): string {
  return starterLibrary(language).conditions.find(({ id }) => id === condition)?.text ?? condition;
}

const reasoned = new Map(SHIPPED.applicability.map((row, at) => [requirementKey(row), at]));

/** Why a requirement is taken as necessary at first, in one sentence of our own; undefined where we say nothing of it. */
export function starterReason(of: OnRequirement, language = 'en'): string | undefined {
  const at = reasoned.get(requirementKey(of));
  return at === undefined ? undefined : starterLibrary(language).applicability[at]?.reason;
}

/** Whether a reason still ends as we propose it in one of our languages: nobody has put anything in its place. */
export function isStarterReason(of: OnRequirement, text: string): boolean {
  return languages.some((language) => {
    const proposed = starterReason(of, language);
    return proposed !== undefined && text.trimEnd().endsWith(proposed);
  });
}

/** Our sorting of a starter control by the five attributes of ISO/IEC 27002; undefined where the file was left out. */
export function starterAttributes(code: string): ControlAttributes | undefined {
  const found = attributesFile.attributes.find((each) => each.code === code);
  if (!found) return undefined;
  const { code: _code, ...attributes } = found;
  return attributes;
}
