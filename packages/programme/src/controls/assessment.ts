import { List } from 'immutable';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  localDate,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
} from '../foundation/index.ts';
import { hasScope } from '../governance/index.ts';
import { applicabilityKey, applicabilityScope } from './applicability.ts';
import { adoptedRequirement, requirementKey } from './requirement.ts';
import { type Controls, touch, type WithControls } from './state.ts';

export const judgements = ['met', 'partly', 'not-met'] as const;

/** An assessor's own judgement of a requirement. A positive one lapses, a negative one stands until judged again. */
export interface Judgement {
  readonly id: string;
  readonly judgement: (typeof judgements)[number];
  readonly assessedOn: string;
  /** Last day on which a positive judgement counts. */
  readonly validUntil: string;
  readonly reasons: string;
  readonly by: string;
  readonly seq: number;
}

interface JudgementData {
  framework: string;
  requirement: string;
  scope: string;
  judgement: Judgement['judgement'];
  assessedOn: string;
  validUntil: string;
  reasons?: string;
}

const requirementAssessed = factType<JudgementData>('RequirementAssessed', 1, ['reasons']);

export const assessRequirementInput = z.strictObject({
  framework: id.describe('Id of the framework'),
  requirement: id.describe('Id of the requirement'),
  scope: id.optional().describe('Scope that was assessed; the scope of the adoption when left out'),
  judgement: z.enum(judgements).describe("The assessor's judgement"),
  assessedOn: localDate.optional().describe('Day of the judgement; today when left out'),
  validUntil: localDate
    .optional()
    .describe('Last day a positive judgement counts; twelve months when left out'),
  reasons: text(10_000).describe('What was examined, and why this judgement'),
});

export function assessRequirement(
  state: WithControls,
  input: z.infer<typeof assessRequirementInput>,
  circumstances: Circumstances,
): Decision {
  const requirement = adoptedRequirement(state, input.framework, input.requirement);
  if ('refusal' in requirement) return requirement;
  const scope = applicabilityScope(state, input);
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  const assessedOn = input.assessedOn ?? circumstances.today;
  if (assessedOn > circumstances.today)
    return refuse('refused', 'date.future', { date: assessedOn, at: 'assessedOn' });
  const validUntil = input.validUntil ?? Temporal.PlainDate.from(assessedOn).add({ months: 12 }).toString();
  if (validUntil < assessedOn) {
    return refuse('refused', 'assessment.validity-before', {
      until: validUntil,
      assessedOn,
      at: 'validUntil',
    });
  }
  const { framework, judgement, reasons } = input;
  const data = { framework, requirement: requirement.id, scope, judgement, assessedOn, validUntil, reasons };
  return record(requirementAssessed.of({ kind: 'assessment', id: circumstances.newId() }, data));
}

/** The judgement that counts on a day: the latest, of equal dates the one recorded later. */
export function judgementOn(state: Controls, key: string, on: string): Judgement | undefined {
  let found: Judgement | undefined;
  for (const judgement of state.judgements.get(key) ?? []) {
    if (judgement.assessedOn <= on && (!found || judgement.assessedOn >= found.assessedOn)) found = judgement;
  }
  return found;
}

export const assessmentEvolvers: readonly Evolver<Controls>[] = [
  on(
    requirementAssessed,
    (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<JudgementData>) => {
      const { judgement, assessedOn, validUntil, reasons = '' } = data;
      const judged = { id, judgement, assessedOn, validUntil, reasons, by: actor, seq };
      const key = applicabilityKey(data.scope, data.framework, data.requirement);
      return touch(
        {
          ...state,
          judgements: state.judgements.update(key, List<Judgement>(), (list) => list.push(judged)),
        },
        { seq, requirement: requirementKey(data.framework, data.requirement) },
      );
    },
  ),
];
