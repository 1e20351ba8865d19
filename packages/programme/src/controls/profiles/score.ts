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
  type Refusal,
  record,
  refuse,
  text,
} from '../../foundation/index.ts';
import { type Profile, type Score, type ScoreScale, targetKey } from '../profile.ts';
import { adoptedRequirement } from '../requirement.ts';
import type { Controls, WithControls } from '../state.ts';
import { keptProfile } from './outcome.ts';
import { fits } from './scale.ts';

interface ScoreData {
  profile: string;
  framework: string;
  requirement: string;
  /** Null where a score was taken back: it is not assessed any more. */
  value: number | null;
  policy?: number | undefined;
  practice?: number | undefined;
  rationale?: string | undefined;
  scoredOn: string;
}

const outcomeScored = factType<ScoreData>('OutcomeScored', 1, ['rationale']);

const value = z.number().min(0).max(1000);

export const scoreOutcomeInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  requirement: id.describe('Id of the outcome'),
  score: value
    .nullable()
    .optional()
    .describe(
      'Value on the scale of the profile; the mean of policy and practice when left out, not assessed when null',
    ),
  policy: value.optional().describe('Value of what is laid down'),
  practice: value.optional().describe('Value of what is done'),
  rationale: text(10_000).describe('What was looked at, and why this value'),
  scoredOn: localDate.optional().describe('Day of the judgement; today when left out'),
});

/** An assessor's judgement on the organisation's own scale; it says nothing of tiers and proves nothing. */
export function scoreOutcome(
  state: WithControls,
  input: z.infer<typeof scoreOutcomeInput>,
  { today }: Circumstances,
): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const outcome = adoptedRequirement(state, profile.framework, input.requirement);
  if ('refusal' in outcome) return outcome;
  const { policy, practice, rationale, scoredOn = today } = input;
  if (scoredOn > today) return refuse('refused', 'date.future', { date: scoredOn, at: 'scoredOn' });
  const given = valueGiven(input);
  if (given === undefined) return refuse('invalid', 'profile.no-score', { at: 'score' });
  const refusal = refuseOffScale(profile, { score: given ?? undefined, policy, practice });
  if (refusal) return { refusal };
  const parts = given === null ? {} : { policy, practice };
  const { framework } = profile;
  const data = {
    profile: profile.id,
    framework,
    requirement: outcome.id,
    value: given,
    ...parts,
    rationale,
    scoredOn,
  };
  return record(outcomeScored.of({ kind: 'score', id: targetKey(profile.id, framework, outcome.id) }, data));
}

/** The value given; with policy and practice alone their mean (our own computation). */
function valueGiven({
  score,
  policy,
  practice,
}: z.infer<typeof scoreOutcomeInput>): number | null | undefined {
  if (score !== undefined) return score;
  return policy === undefined || practice === undefined ? undefined : (policy + practice) / 2;
}

/** A score without a scale says nothing, and none beyond its ends can be. */
export function refuseOffScale(
  { name, scale }: Profile,
  values: Readonly<Record<string, number | undefined>>,
): Refusal | undefined {
  const given = Object.entries(values).filter((each): each is [string, number] => each[1] !== undefined);
  const [first] = given;
  if (first === undefined) return undefined;
  if (!scale) return refuse('conflict', 'profile.no-scale', { name, at: first[0] }).refusal;
  const outside = given.find(([, value]) => !fits(scale, value));
  if (!outside) return undefined;
  const [at, value] = outside;
  return refuse('refused', 'profile.off-scale', { value, ...endsOf(scale), at }).refusal;
}

function endsOf({ levels }: ScoreScale): { from: number; to: number } {
  return { from: levels[0]?.value ?? 0, to: levels.at(-1)?.value ?? 0 };
}

export const scoreEvolvers: readonly Evolver<Controls>[] = [
  on(outcomeScored, (state: Controls, { record: { id }, data, actor }: RecordedFact<ScoreData>) => {
    const { value, policy, practice, rationale = '', scoredOn } = data;
    const score: Score | null = value === null ? null : { value, policy, practice, rationale, by: actor };
    const scores = state.scores.update(id, [], (before) => [...before, { from: scoredOn, value: score }]);
    return { ...state, scores };
  }),
];
