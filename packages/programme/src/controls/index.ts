import type { Evolver } from '../foundation/index.ts';
import { assessmentEvolvers } from './assessment.ts';
import { claimEvolvers } from './claim.ts';
import { controlEvolvers } from './control.ts';
import { evidenceEvolvers } from './evidence.ts';
import { retirementEvolvers } from './retirement.ts';
import type { Controls } from './state.ts';

export {
  type Applicability,
  type ApplicabilityDecision,
  applicabilityKey,
  type Decided,
  isExcludedOn,
  type NecessityDecision,
  type NecessityFound,
  necessityKey,
  necessityOn,
  type PointDecision,
  type Reason,
} from './applicability.ts';
export { type Judgement, judgementOn } from './assessment.ts';
export { type Claim, type Contribution, claimsOnRequirement } from './claim.ts';
export { type Control, controlNamed, implementationOn } from './control.ts';
export { type Evidence, evidenceKinds, evidenceOf } from './evidence.ts';
export {
  type Ends,
  type Freshness,
  freshnessOn,
  type Held,
  type Holding,
  heldBy,
  holdingOn,
  periodOn,
  piecesInPractice,
  type Shown,
  validityOf,
} from './freshness.ts';
export { type Implementation, implementations } from './inputs/control-input.ts';
export { outcomes } from './inputs/evidence-input.ts';
export { controlsCommands } from './operations.ts';
export {
  entryOn,
  type OutcomeStatus,
  type Priority,
  type Profile,
  priorities,
  type Score,
  type ScoreScale,
  statusTexts,
  type Target,
  type TargetSource,
  type TierChoice,
  type TierName,
  targetKey,
  targetTexts,
  tierChoices,
  tiersOn,
} from './profile.ts';
export { requirementKey } from './requirement.ts';
export { controlRemoved } from './retirement.ts';
export {
  type Collector,
  type Controls,
  emptyControls,
  type Period,
  type PeriodSet,
  type RequirementEnd,
  type StatedRelation,
  type Touch,
  type WithControls,
} from './state.ts';

export const controlsEvolvers: readonly Evolver<Controls>[] = [
  ...controlEvolvers,
  ...retirementEvolvers,
  ...claimEvolvers,
  ...evidenceEvolvers,
  ...assessmentEvolvers,
];
