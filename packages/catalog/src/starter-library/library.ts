import attributesFile from '../../data/starter-library/attributes.json' with { type: 'json' };
import claimsFile from '../../data/starter-library/claims.json' with { type: 'json' };
import controlsFile from '../../data/starter-library/controls.json' with { type: 'json' };
import gapsFile from '../../data/starter-library/gaps.json' with { type: 'json' };
import jointClaimsFile from '../../data/starter-library/joint-claims.json' with { type: 'json' };
import type { ControlAttributes } from '../tables/attribute.ts';

/** One control of the starter library. What it says is practice, in our own words. */
export interface StarterControl {
  readonly code: string;
  readonly name: string;
  readonly family: string;
  readonly kind: 'policy' | 'process' | 'technical' | 'physical';
  /** What is done, by whom and when. */
  readonly statement: string;
  /** A role, not a person. */
  readonly suggestedOwner: string;
  /** Id of a frequency. */
  readonly frequency: string;
  readonly usualEvidence: readonly string[];
  /** How somebody finds out whether it works. */
  readonly test: string;
  /** Id of the condition under which it is of use; always where there is none. */
  readonly condition?: string;
  /** Our estimate for an organisation of some hundred people. */
  readonly effort: 'S' | 'M' | 'L';
  /** 1 is what to begin with. */
  readonly priority: 1 | 2 | 3;
}

/**
 * What a starter control is to a requirement. `meets`: alone and whole, when it operates as stated. `part`: covers a
 * real part and does other things too. `supports`: helps, and shows nothing.
 */
export interface StarterClaim {
  readonly control: string;
  readonly framework: string;
  readonly requirement: string;
  readonly contribution: 'meets' | 'part' | 'supports';
  readonly rationale: string;
}

/** Starter controls that meet a requirement together; each of them is needed, and is `part` of it by itself. */
export interface StarterJointClaim {
  readonly controls: readonly string[];
  readonly framework: string;
  readonly requirement: string;
  readonly rationale: string;
}

/** A requirement that no starter control meets, and what the organisation itself has to add. */
export interface StarterGap {
  readonly framework: string;
  readonly requirement: string;
  readonly missing: string;
}

export interface StarterLibrary {
  readonly edition: string;
  readonly source: string;
  readonly licence: string;
  /** When a control is of use at all, by id. */
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
  /** In the order in which they are read: family by family. */
  readonly controls: readonly StarterControl[];
  readonly claims: readonly StarterClaim[];
  readonly jointClaims: readonly StarterJointClaim[];
  readonly gaps: readonly StarterGap[];
}

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
} as unknown as StarterLibrary;

/** The starter library we ship: controls to adopt, and what they are to the lead frameworks. */
export function starterLibrary(): StarterLibrary {
  return SHIPPED;
}

const byCode = new Map(SHIPPED.controls.map((control) => [control.code, control]));

/** The starter control with this code, in any case, or undefined. */
export function starterControl(code: string): StarterControl | undefined {
  return byCode.get(code.toUpperCase());
}

/** The families of the starter library, in its order. */
export function starterFamilies(): readonly string[] {
  return [...new Set(SHIPPED.controls.map((control) => control.family))];
}

/** The words of a condition under which a control is of use; the id where nobody has written any. */
export function starterCondition(condition: string): string {
  return SHIPPED.conditions.find(({ id }) => id === condition)?.text ?? condition;
}

/** Our sorting of a starter control by the five attributes of ISO/IEC 27002; undefined where the file was left out. */
export function starterAttributes(code: string): ControlAttributes | undefined {
  const found = attributesFile.attributes.find((each) => each.code === code);
  if (!found) return undefined;
  const { code: _code, ...attributes } = found;
  return attributes;
}
