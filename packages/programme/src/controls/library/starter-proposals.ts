import { type StarterClaim, starterLibrary } from '@concord/catalog';
import type { Circumstances, Fact } from '../../foundation/index.ts';
import { type Claim, claimStated, claimsOnRequirement } from '../claim.ts';
import { adoptedRequirement } from '../requirement.ts';
import type { WithControls } from '../state.ts';

/**
 * How the library's word enters the calculus. `meets` is SUP. `part` is INT and never SUB, because every starter
 * control does other things too: parts do not add up unless a joint claim says that together they are the whole.
 * `supports` helps, and shows nothing: even INT would say that some of the requirement is met, so it is stated with
 * low confidence, which the quality gate keeps a hint.
 */
const readings: Readonly<Record<StarterClaim['contribution'], Pick<Claim, 'contribution' | 'confidence'>>> = {
  meets: { contribution: 'meets', confidence: 'high' },
  part: { contribution: 'contributes', confidence: 'high' },
  supports: { contribution: 'contributes', confidence: 'low' },
};

interface Wanted {
  /** Codes of the starter controls that are adopted now. */
  readonly codes: { has(code: string): boolean };
  readonly frameworks: ReadonlySet<string>;
  /** Id in the organisation's library by starter code, of those in use. */
  readonly ids: ReadonlyMap<string, string>;
  /** Of the rationales. */
  readonly language: string;
}

type Said = Pick<Claim, 'framework' | 'requirement' | 'rationale' | 'contribution' | 'confidence'>;
type Proposal = Said & { readonly codes: readonly string[] };
type Stated = Said & { readonly controls: string[] };

/**
 * What the starter library says of the controls wanted and the organisation has not stated, or refused, before. A
 * joint claim waits until each of its members is in the library: one that is not of use is struck by the calculus.
 */
export function claimsProposed(state: WithControls, wanted: Wanted, circumstances: Circumstances): Fact[] {
  return [...proposalsMissing(state, wanted)].map((stated) =>
    claimStated.of({ kind: 'claim', id: circumstances.newId() }, stated),
  );
}

/** The same as it would be stated. */
export function* proposalsMissing(state: WithControls, wanted: Wanted): Generator<Stated> {
  for (const proposal of proposals(wanted.language)) {
    if (!wanted.frameworks.has(proposal.framework)) continue;
    if (!proposal.codes.some((code) => wanted.codes.has(code))) continue;
    const controls = proposal.codes.flatMap((code) => wanted.ids.get(code) ?? []).sort();
    if (controls.length < proposal.codes.length) continue;
    const requirement = adoptedRequirement(state, proposal.framework, proposal.requirement);
    // An earlier edition may not have it.
    if ('refusal' in requirement) continue;
    if (isKnown(state, proposal, controls)) continue;
    const { codes: _codes, ...stated } = proposal;
    yield { ...stated, controls };
  }
}

function* proposals(language: string): Generator<Proposal> {
  const { claims, jointClaims } = starterLibrary(language);
  for (const { control, contribution, ...of } of claims) {
    yield { ...of, ...readings[contribution], codes: [control] };
  }
  for (const { controls, ...of } of jointClaims) yield { ...of, ...readings.meets, codes: controls };
}

/** What the organisation withdrew is known too, and is not brought up again; what was only undone is not. */
function isKnown(
  { controls: state }: WithControls,
  proposal: Proposal,
  controls: readonly string[],
): boolean {
  return claimsOnRequirement(state, proposal.framework, proposal.requirement).some(
    (claim) =>
      claim.undone === undefined &&
      claim.contribution === proposal.contribution &&
      claim.controls.join() === controls.join(),
  );
}
