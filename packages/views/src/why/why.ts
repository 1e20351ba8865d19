import { nearestRequirements, type Requirement, requirementOf } from '@concord/catalog';
import {
  applicabilityKey,
  claimsOnRequirement,
  type Judgement,
  judgementOn,
  type Reason,
  type Refusal,
  refuse,
  valueOn,
} from '@concord/programme';
import { type Inference, type Result, type Side, type State, statesOf } from '../calculus/index.ts';
import type { CrosswalkHint } from '../coverage/hints.ts';
import type { CoverageRow } from '../coverage/row.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from '../envelope.ts';
import { sayIn } from '../language/say.ts';
import type { HintedRow } from '../reader.ts';
import { type AssessmentShown, assessmentsShown, visibleJudgement } from './assessment-shown.ts';
import { type Change, showChange } from './changes/change-shown.ts';
import { changesOf } from './changes/changes.ts';
import { type ClaimShown, showClaim } from './claim-shown.ts';
import { type Kin, kinIds, kinOf } from './kin.ts';
import { type Missing, missingFrom } from './missing.ts';
import { joinedIds, type RelationShown, relationsShown } from './relation-shown.ts';
import { sentencesOn } from './sentences.ts';
import { visibleInference, visibleSide } from './visible-inference.ts';

/** One requirement and everything its result rests on, from the framework's words down to the evidence. */
export interface Why
  extends Omit<Envelope, 'numbers'>,
    Pick<HintedRow, 'state' | 'word' | 'kind' | 'implementation'>,
    Kin {
  readonly requirement: Requirement;
  /** States it would have, had nothing lapsed; the old value, shown grey. */
  readonly formerly?: readonly State[];
  readonly applicability?: {
    readonly applicable: boolean;
    readonly reasons: readonly Reason[];
    readonly exclusionReason: string;
  };
  /** The judgement that counts; all of them are in `assessments`. */
  readonly judgement?: Judgement & { readonly lapsed: boolean };
  readonly assessments: readonly AssessmentShown[];
  readonly claims: readonly ClaimShown[];
  /** Relations to other requirements, by the organisation's own reading. */
  readonly relations: readonly RelationShown[];
  /** Each inference that took a state away, and for a conflict both sides. */
  readonly inferences: readonly Inference[];
  readonly conflict?: readonly Side[];
  /** What crosswalks suggest; no part of the result. */
  readonly hints: readonly CrosswalkHint[];
  /** What stands between this and its being met. */
  readonly missing: readonly Missing[];
  /** What would change the result, the nearest first: our own computation. */
  readonly changes: readonly Change[];
  /** The same, as sentences to be read aloud. */
  readonly sentences: readonly string[];
}

/** The proof of one requirement's result. */
export function whyRequirement(
  asked: ViewAsked,
  named: { framework: string; requirement: string },
): Why | { refusal: Refusal } {
  const opened = openView(asked, named.framework);
  if ('refusal' in opened) return opened;
  const requirement = requirementOf(opened.framework, named.requirement);
  const result = requirement && opened.worked.coverage.results.get(requirement.id);
  if (!result) return refuseUnknown(opened, named.requirement);
  const { numbers: _numbers, ...head } = opened.envelope('why', []);
  const { state, word, kind, implementation, hints } = opened.row(requirement.id);
  const facts = {
    requirement,
    state,
    word,
    kind,
    implementation,
    ...proofOf(asked, opened, requirement),
    hints,
  };
  return { ...head, ...facts, sentences: sentencesOn(facts, sayIn(asked)) };
}

/** What the result rests on, what is missing, and what would change it. */
function proofOf(asked: ViewAsked, opened: Opened, requirement: Requirement) {
  const result = opened.worked.coverage.results.get(requirement.id) as Result;
  const key = applicabilityKey(opened.scope, opened.framework.id, requirement.id);
  const judged = decided(asked, key);
  const claims = claimsShown(asked, opened, requirement.id);
  const kin = kinOf(opened, requirement, asked);
  const relations = relationsShown(asked, opened, result);
  return {
    ...(result.formerly === undefined ? {} : { formerly: statesOf(result.formerly) }),
    ...judged,
    ...kin,
    assessments: assessmentsShown(asked, key),
    claims,
    relations,
    inferences: result.inferences.map((inference) => visibleInference(inference, asked)),
    ...(result.conflict ? { conflict: result.conflict.map((side) => visibleSide(side, asked)) } : {}),
    missing: missingFrom({ result, claims, kin, judged: judged.judgement, say: sayIn(asked) }),
    changes: changesShown(asked, opened, { requirement, relations }),
  };
}

function refuseUnknown(opened: Opened, requirement: string): { refusal: Refusal } {
  const near = nearestRequirements(opened.framework, requirement).join(', ');
  const params = { framework: opened.framework.id, requirement, near, at: 'requirement' };
  if (requirementOf(opened.framework, requirement)) {
    return refuse('refused', 'requirement.not-assessable', { requirement, at: 'requirement' });
  }
  return refuse('missing', near ? 'requirement.unknown-near' : 'requirement.unknown', params);
}

function decided(asked: ViewAsked, key: string): Pick<Why, 'applicability' | 'judgement'> {
  const decision = valueOn(asked.programme.controls.applicability.get(key) ?? [], asked.on);
  const judgement = judgementOn(asked.programme.controls, key, asked.on);
  const lapsed = judgement?.judgement === 'met' && judgement.validUntil < asked.on;
  return {
    ...(decision
      ? {
          applicability: {
            applicable: decision.applicable,
            reasons: decision.reasons,
            exclusionReason: decision.exclusionReason,
          },
        }
      : {}),
    ...(judgement ? { judgement: { ...visibleJudgement(judgement, asked), lapsed } } : {}),
  };
}

function claimsShown(asked: ViewAsked, opened: Opened, requirement: string): ClaimShown[] {
  return claimsOnRequirement(asked.programme.controls, opened.framework.id, requirement)
    .toArray()
    .filter((claim) => claim.state !== 'withdrawn')
    .map((claim) => showClaim(claim, opened.worked.coverage, asked));
}

function changesShown(
  asked: ViewAsked,
  opened: Opened,
  { requirement, relations }: { requirement: Requirement; relations: readonly RelationShown[] },
): Change[] {
  const { framework, scope, worked } = opened;
  const place = { asked, framework, scope, requirement: requirement.id };
  const key = applicabilityKey(scope, framework.id, requirement.id);
  const around = {
    coverage: worked.coverage,
    judgement: judgementOn(asked.programme.controls, key, asked.on),
    kin: [...kinIds(opened, requirement), ...joinedIds(framework.id, relations)],
    drafts: relations.filter(({ status }) => status === 'draft').map(({ id }) => id),
    row: worked.rows.get(requirement.id) as CoverageRow,
  };
  return changesOf(place, around).map((found) => showChange(found, asked));
}
