import { nearestRequirements, type Requirement, requirementOf, say } from '@concord/catalog';
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
import { type Inference, type Side, type State, statesOf } from '../calculus/index.ts';
import type { CrosswalkHint } from '../coverage/hints.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from '../envelope.ts';
import type { HintedRow } from '../reader.ts';
import { type ClaimShown, showClaim } from './claim-shown.ts';
import { sentencesOn } from './sentences.ts';
import { visibleInference, visibleSide } from './visible-inference.ts';

/** One requirement and everything its result rests on, from the framework's words down to the evidence. */
export interface Why
  extends Omit<Envelope, 'numbers'>,
    Pick<HintedRow, 'state' | 'word' | 'kind' | 'implementation'> {
  readonly requirement: Requirement;
  /** States it would have, had nothing lapsed; the old value, shown grey. */
  readonly formerly?: readonly State[];
  readonly applicability?: {
    readonly applicable: boolean;
    readonly reasons: readonly Reason[];
    readonly exclusionReason: string;
  };
  readonly judgement?: Judgement & { readonly lapsed: boolean };
  readonly claims: readonly ClaimShown[];
  /** Each inference that took a state away, and for a conflict both sides. */
  readonly inferences: readonly Inference[];
  readonly conflict?: readonly Side[];
  /** What crosswalks suggest; no part of the result. */
  readonly hints: readonly CrosswalkHint[];
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
    ...(result.formerly === undefined ? {} : { formerly: statesOf(result.formerly) }),
    ...decided(asked, opened, requirement.id),
    claims: claimsShown(asked, opened, requirement.id),
    inferences: result.inferences.map((inference) => visibleInference(inference, asked)),
    ...(result.conflict ? { conflict: result.conflict.map((side) => visibleSide(side, asked)) } : {}),
    hints,
  };
  return { ...head, ...facts, sentences: sentencesOn(facts) };
}

function refuseUnknown(opened: Opened, requirement: string): { refusal: Refusal } {
  const near = nearestRequirements(opened.framework, requirement).join(', ');
  const params = { framework: opened.framework.id, requirement, near, at: 'requirement' };
  if (requirementOf(opened.framework, requirement)) {
    return refuse('refused', 'requirement.not-assessable', { requirement, at: 'requirement' });
  }
  return refuse('missing', near ? 'requirement.unknown-near' : 'requirement.unknown', params);
}

function decided(
  asked: ViewAsked,
  opened: Opened,
  requirement: string,
): Pick<Why, 'applicability' | 'judgement'> {
  const key = applicabilityKey(opened.scope, opened.framework.id, requirement);
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

/** What an assessor examined may be anybody's: the reasons are for who sees the whole programme. */
function visibleJudgement(judgement: Judgement, { reader }: ViewAsked): Judgement {
  return reader.sees === 'all' ? judgement : { ...judgement, reasons: say('en', 'why.reasons-hidden') };
}

function claimsShown(asked: ViewAsked, opened: Opened, requirement: string): ClaimShown[] {
  return claimsOnRequirement(asked.programme.controls, opened.framework.id, requirement)
    .toArray()
    .filter((claim) => claim.state !== 'withdrawn')
    .map((claim) => showClaim(claim, opened.worked.coverage, asked.reader));
}
