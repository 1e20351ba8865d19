import type { Requirement } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
} from '../../../foundation/index.ts';
import { hasScope } from '../../../governance/index.ts';
import { applicabilityKey, applicabilityRecord, applicabilityScope } from '../../applicability.ts';
import { readingBack } from '../../inputs/read-back.ts';
import { adoptedRequirement, requirementKey } from '../../requirement.ts';
import { type Controls, touch, type WithControls } from '../../state.ts';
import {
  type DecidedData,
  decided,
  decidedBack,
  erasable,
  readDecided,
  refuseDays,
  refuseTies,
  withObligations,
  writeDecided,
} from './reason.ts';

interface ApplicabilityData extends DecidedData {
  scope: string;
  framework: string;
  requirement: string;
  applicable: boolean;
}

const applicabilityDecided = factType<ApplicabilityData>('ApplicabilityDecided', 1, erasable);

export const decideApplicabilityInput = z.strictObject({
  framework: id.describe('Id of the framework'),
  requirement: id.describe('Id of the requirement'),
  scope: id.optional().describe('Scope of the decision; the scope of the adoption when left out'),
  applicable: z.boolean().describe('Whether it is necessary'),
  ...decided,
});

/** Clause 6.1.3 d: every inclusion says why, every exclusion says why not. */
export function decideApplicability(
  state: WithControls,
  asked: z.infer<typeof decideApplicabilityInput>,
  circumstances: Circumstances,
): Decision {
  const input = withObligations(state, asked);
  if ('refusal' in input) return input;
  const requirement = adoptedRequirement(state, input.framework, input.requirement);
  if ('refusal' in requirement) return requirement;
  const scope = applicabilityScope(state, input);
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  const refusal =
    refuseReasons(input, requirement) ?? refuseTies(state, input) ?? refuseDays(input, circumstances);
  if (refusal) return { refusal };
  const first = !state.controls.applicability.has(applicabilityKey(scope, input.framework, requirement.id));
  const data: ApplicabilityData = {
    scope,
    framework: input.framework,
    requirement: requirement.id,
    applicable: input.applicable,
    ...writeDecided(input, input.applicable),
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

/** What a decision says, as the command that takes it. */
export const decisionBack = readingBack(applicabilityDecided, (fact) => ({
  scope: fact.data.scope,
  applicable: fact.data.applicable,
  ...decidedBack(fact),
}));

export const decisionEvolvers: readonly Evolver<Controls>[] = [
  on(applicabilityDecided, (state: Controls, fact: RecordedFact<ApplicabilityData>) => {
    const { record: named, data, seq } = fact;
    const value = { applicable: data.applicable, ...readDecided(data, fact) };
    const decision = { from: data.effective ?? '', value };
    const requirement = requirementKey(data.framework, data.requirement);
    return touch(
      {
        ...state,
        applicability: state.applicability.update(named.id, [], (before) => [...before, decision]),
      },
      { seq, requirement },
    );
  }),
];
