import type { Requirement } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Dated,
  type Decision,
  type Evolver,
  factType,
  id,
  localDate,
  on,
  type RecordedFact,
  type RecordName,
  type Refusal,
  record,
  refuse,
  text,
} from '../foundation/index.ts';
import { hasScope, type WithGovernance } from '../governance/index.ts';
import { adoptedRequirement, requirementKey } from './requirement.ts';
import { type Controls, touch, type WithControls } from './state.ts';

/** Why a control is necessary (practice: these four cover what 6.1.3 d asks to justify). */
export const reasonKinds = ['risk', 'law', 'contract', 'business'] as const;

export interface Reason {
  readonly kind: (typeof reasonKinds)[number];
  readonly text: string;
}

export interface ApplicabilityDecision {
  readonly applicable: boolean;
  /** Why it is necessary; empty for an exclusion. */
  readonly reasons: readonly Reason[];
  /** Why it is not; empty for an inclusion. */
  readonly exclusionReason: string;
  /** Day of the decision; it may hold from an earlier day. */
  readonly decidedOn: string;
  readonly by: string;
  readonly seq: number;
}

/** Every decision taken on one requirement in one scope, in the order recorded, each with the day it holds from. */
export type Applicability = readonly Dated<ApplicabilityDecision>[];

interface ApplicabilityData {
  scope: string;
  framework: string;
  requirement: string;
  applicable: boolean;
  reasonKinds: Reason['kind'][];
  reasonTexts?: string[];
  exclusionReason?: string | undefined;
  decidedOn: string;
  effective?: string | undefined;
}

const applicabilityDecided = factType<ApplicabilityData>('ApplicabilityDecided', 1, [
  'reasonTexts',
  'exclusionReason',
]);

const reason = z.strictObject({ kind: z.enum(reasonKinds), text: text(5000) });

export const decideApplicabilityInput = z.strictObject({
  framework: id.describe('Id of the framework'),
  requirement: id.describe('Id of the requirement'),
  scope: id.optional().describe('Scope of the decision; the scope of the adoption when left out'),
  applicable: z.boolean().describe('Whether it is necessary'),
  reasons: z
    .array(reason)
    .max(20)
    .default([])
    .describe('Why it is necessary: kind (risk, law, contract, business) and text'),
  exclusionReason: text(5000).optional().describe('Why it is not'),
  effective: localDate.optional().describe('Day from which the decision holds; not in the future'),
});

/** Clause 6.1.3 d: every inclusion says why, every exclusion says why not. */
export function decideApplicability(
  state: WithControls,
  input: z.infer<typeof decideApplicabilityInput>,
  circumstances: Circumstances,
): Decision {
  const requirement = adoptedRequirement(state, input.framework, input.requirement);
  if ('refusal' in requirement) return requirement;
  const scope = applicabilityScope(state, input);
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  const unreasoned = refuseReasons(input, requirement);
  if (unreasoned) return { refusal: unreasoned };
  if (input.effective !== undefined && input.effective > circumstances.today) {
    return refuse('refused', 'date.future', { date: input.effective, at: 'effective' });
  }
  const first = !state.controls.applicability.has(applicabilityKey(scope, input.framework, requirement.id));
  const data: ApplicabilityData = {
    scope,
    framework: input.framework,
    requirement: requirement.id,
    applicable: input.applicable,
    reasonKinds: input.applicable ? input.reasons.map((each) => each.kind) : [],
    reasonTexts: input.applicable ? input.reasons.map((each) => each.text) : [],
    exclusionReason: input.applicable ? undefined : input.exclusionReason,
    decidedOn: circumstances.today,
    effective: input.effective ?? (first ? undefined : circumstances.today),
  };
  return record(applicabilityDecided.of(applicabilityRecord(scope, input.framework, requirement.id), data));
}

/** An inclusion has reasons and no exclusion reason; an exclusion the other way round. */
function refuseReasons(
  { applicable, reasons, exclusionReason }: z.infer<typeof decideApplicabilityInput>,
  { id: requirement, excludable }: Requirement,
): Refusal | undefined {
  if (!applicable && !excludable) {
    return refuse('refused', 'applicability.not-excludable', { requirement, at: 'applicable' }).refusal;
  }
  if (!applicable && exclusionReason === undefined) {
    return refuse('refused', 'applicability.no-exclusion-reason', { requirement, at: 'exclusionReason' })
      .refusal;
  }
  if (applicable && reasons.length === 0) {
    return refuse('refused', 'applicability.no-reason', { requirement, at: 'reasons' }).refusal;
  }
  const both = exclusionReason !== undefined && reasons.length > 0;
  return both
    ? refuse('refused', 'applicability.both-reasons', { requirement, at: 'reasons' }).refusal
    : undefined;
}

export function applicabilityScope(
  state: WithGovernance,
  asked: { framework: string; scope?: string | undefined },
): string {
  return asked.scope ?? state.governance.adoptions.get(asked.framework)?.scope ?? '';
}

export function applicabilityRecord(scope: string, framework: string, requirement: string): RecordName {
  return { kind: 'applicability', id: applicabilityKey(scope, framework, requirement) };
}

export function applicabilityKey(scope: string, framework: string, requirement: string): string {
  return `${scope}:${requirementKey(framework, requirement)}`;
}

export const applicabilityEvolvers: readonly Evolver<Controls>[] = [
  on(
    applicabilityDecided,
    (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<ApplicabilityData>) => {
      const reasons = data.reasonKinds.map((kind, at) => ({ kind, text: data.reasonTexts?.[at] ?? '' }));
      const { applicable, exclusionReason = '', decidedOn, effective = '' } = data;
      const decision = {
        from: effective,
        value: { applicable, reasons, exclusionReason, decidedOn, by: actor, seq },
      };
      const requirement = requirementKey(data.framework, data.requirement);
      return touch(
        { ...state, applicability: state.applicability.update(id, [], (before) => [...before, decision]) },
        { seq, requirement },
      );
    },
  ),
];
