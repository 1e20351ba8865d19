import applicabilityDe from '../../data/starter-library/applicability.de.json' with { type: 'json' };
import applicabilityFr from '../../data/starter-library/applicability.fr.json' with { type: 'json' };
import claimsDe from '../../data/starter-library/claims.de.json' with { type: 'json' };
import claimsFr from '../../data/starter-library/claims.fr.json' with { type: 'json' };
import controlsDe from '../../data/starter-library/controls.de.json' with { type: 'json' };
import controlsFr from '../../data/starter-library/controls.fr.json' with { type: 'json' };
import gapsDe from '../../data/starter-library/gaps.de.json' with { type: 'json' };
import gapsFr from '../../data/starter-library/gaps.fr.json' with { type: 'json' };
import jointClaimsDe from '../../data/starter-library/joint-claims.de.json' with { type: 'json' };
import jointClaimsFr from '../../data/starter-library/joint-claims.fr.json' with { type: 'json' };
import type { StarterClaim, StarterControl, StarterLibrary } from './starter.ts';

type Words = Readonly<Record<string, string>>;

/** What the starter library says in another language. Whatever is not in it is said in English. */
export interface OwnWords {
  /** By id of the condition. */
  readonly conditions: Words;
  /** By the English name. */
  readonly families: Words;
  /** By the English name. */
  readonly owners: Words;
  /** By code. */
  readonly controls: Readonly<
    Record<string, Pick<StarterControl, 'name' | 'statement' | 'usualEvidence' | 'test'>>
  >;
  /** Rationales, as `claimKey` names them. */
  readonly claims: Words;
  /** Rationales, by framework and requirement. */
  readonly jointClaims: Words;
  /** What is missing, by framework and requirement. */
  readonly gaps: Words;
  /** Reasons, by framework and requirement. */
  readonly applicability: Words;
}

/** By language. The files are written by hand; own-words.test.ts holds them against the English ones. */
export const ownWords: Readonly<Record<string, OwnWords>> = {
  de: { ...controlsDe, ...claimsDe, ...jointClaimsDe, ...gapsDe, ...applicabilityDe },
  fr: { ...controlsFr, ...claimsFr, ...jointClaimsFr, ...gapsFr, ...applicabilityFr },
};

/** A requirement by the framework that it stands in. */
export interface OnRequirement {
  readonly framework: string;
  readonly requirement: string;
}

/** How a claim of one control is named. */
export function claimKey({ control, ...of }: Pick<StarterClaim, 'control'> & OnRequirement): string {
  return `${control} ${requirementKey(of)}`;
}

/** How a joint claim, a gap or a reason is named: there is one on a requirement. */
export function requirementKey({ framework, requirement }: OnRequirement): string {
  return `${framework} ${requirement}`;
}

/** The library in these words; codes, ids and figures stay. */
export function inOwnWords(library: StarterLibrary, words: OwnWords): StarterLibrary {
  return {
    ...library,
    conditions: library.conditions.map(({ id, text }) => ({ id, text: words.conditions[id] ?? text })),
    controls: library.controls.map((control) => ({
      ...control,
      ...words.controls[control.code],
      family: words.families[control.family] ?? control.family,
      suggestedOwner: words.owners[control.suggestedOwner] ?? control.suggestedOwner,
    })),
    claims: library.claims.map((claim) => {
      const rationale = words.claims[claimKey(claim)] ?? claim.rationale;
      return { ...claim, rationale };
    }),
    jointClaims: library.jointClaims.map((joint) => {
      const rationale = words.jointClaims[requirementKey(joint)] ?? joint.rationale;
      return { ...joint, rationale };
    }),
    gaps: library.gaps.map((gap) => ({ ...gap, missing: words.gaps[requirementKey(gap)] ?? gap.missing })),
    applicability: library.applicability.map((row) => {
      const reason = words.applicability[requirementKey(row)] ?? row.reason;
      return { ...row, reason };
    }),
  };
}
