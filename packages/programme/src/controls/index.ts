import type { Evolver } from '../foundation/index.ts';
import { applicabilityEvolvers } from './applicability.ts';
import { assessmentEvolvers } from './assessment.ts';
import { claimEvolvers } from './claim.ts';
import { controlEvolvers } from './control.ts';
import { evidenceEvolvers } from './evidence.ts';
import { profileEvolvers } from './profile.ts';
import { retirementEvolvers } from './retirement.ts';
import type { Controls } from './state.ts';

export {
  type Applicability,
  type ApplicabilityDecision,
  applicabilityKey,
  type Reason,
} from './applicability.ts';
export { type Judgement, judgementOn } from './assessment.ts';
export { type Claim, type Contribution, claimsOnRequirement } from './claim.ts';
export { type Control, controlNamed, implementationOn } from './control.ts';
export { type Evidence, evidenceOf, type StoredFile } from './evidence.ts';
export {
  type Ends,
  type Freshness,
  freshnessOn,
  periodOn,
  piecesInPractice,
  type Shown,
  validityOf,
} from './freshness.ts';
export { type Implementation, implementations } from './inputs/control-input.ts';
export { outcomes } from './inputs/evidence-input.ts';
export { controlsCommands } from './operations.ts';
export { type Profile, type Target, targetKey } from './profile.ts';
export { requirementKey } from './requirement.ts';
export {
  type Collector,
  type Controls,
  emptyControls,
  type Period,
  type PeriodSet,
  type Touch,
  type WithControls,
} from './state.ts';

export const controlsEvolvers: readonly Evolver<Controls>[] = [
  ...controlEvolvers,
  ...retirementEvolvers,
  ...claimEvolvers,
  ...evidenceEvolvers,
  ...applicabilityEvolvers,
  ...assessmentEvolvers,
  ...profileEvolvers,
];
