import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  type Fact,
  factType,
  id,
  localDate,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
} from '../../foundation/index.ts';
import type { WayBack } from '../../governance/index.ts';
import { readingBack } from '../inputs/read-back.ts';
import { type Profile, priorities, type Target, targetRecord } from '../profile.ts';
import { adoptedRequirement } from '../requirement.ts';
import type { Controls, WithControls } from '../state.ts';
import { keptProfile } from './outcome.ts';
import { refuseOffScale } from './score.ts';
import { longestText, refuseChanged } from './status.ts';

/** What is wanted, as it is stated. */
export type TargetSaid = Omit<Target, 'by' | 'seq' | 'rationale'> & { rationale?: string | undefined };

type TargetData = TargetSaid & {
  profile: string;
  framework: string;
  requirement: string;
  /** Absent from facts of before targets were dated: those always held. */
  setOn?: string | undefined;
};

const targetSet = factType<TargetData>('TargetSet', 1, [
  'rationale',
  'priorityText',
  'policies',
  'practices',
  'roles',
  'references',
  'notes',
  'source',
]);

const targetUndone = factType<{ entry: number }>('TargetUndone', 1, []);

const said = text(longestText).optional();

export const setTargetInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  requirement: id.describe('Id of the outcome'),
  wanted: z
    .boolean()
    .default(true)
    .describe(
      'Whether it is wanted that the outcome is reached; what the profile includes is said with `profiles status`',
    ),
  priority: z.enum(priorities).optional().describe('How soon'),
  tier: z.number().int().min(1).max(4).optional().describe('Rigour wanted, 1 to 4'),
  score: z.number().min(0).max(1000).optional().describe('Value wanted on the scale of the profile'),
  owner: id.optional().describe('Id of the person who answers for it'),
  due: localDate.optional().describe('Day by which it is wanted'),
  rationale: text(5000).optional().describe('Why'),
  policies: said.describe('Policies, processes and procedures that are wanted'),
  practices: said.describe('What is to be done'),
  roles: said.describe('Who is to do what'),
  references: said.describe('References to go by'),
  notes: said.describe('Notes on what is wanted'),
});

/** The whole target: what is left out is wanted no more. */
export function setTarget(
  state: WithControls,
  input: z.infer<typeof setTargetInput>,
  { today }: Circumstances,
): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const outcome = adoptedRequirement(state, profile.framework, input.requirement);
  if ('refusal' in outcome) return outcome;
  if (input.owner !== undefined && !state.governance.people.has(input.owner)) {
    return refuse('refused', 'person.unknown', { person: input.owner, at: 'owner' });
  }
  const refusal = refuseOffScale(profile, { score: input.score });
  if (refusal) return { refusal };
  const { profile: _profile, requirement: _requirement, ...target } = input;
  return record(targetFact({ profile, outcome: outcome.id, today }, target));
}

export function targetFact(
  {
    profile: { id: profile, framework },
    outcome,
    today,
  }: { profile: Profile; outcome: string; today: string },
  target: TargetSaid,
): Fact {
  const data = { ...target, profile, framework, requirement: outcome, setOn: today };
  return targetSet.of(targetRecord(profile, framework, outcome), data);
}

const isOfInput: ReadonlySet<string> = new Set(
  Object.keys(setTargetInput.shape).filter((member) => member !== 'profile' && member !== 'requirement'),
);

/** What a target says, as the command that sets it: where it was taken over from is no part of that. */
export const targetBack = readingBack(targetSet, ({ data }) =>
  Object.fromEntries(Object.entries(data).filter(([member]) => isOfInput.has(member))),
);

export const targetEvolvers: readonly Evolver<Controls>[] = [
  on(targetSet, (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<TargetData>) => {
    const { profile: _profile, framework: _framework, requirement: _requirement, setOn = '', ...rest } = data;
    const { wanted, priority, tier, owner, due, rationale = '', ...more } = rest;
    const target: Target = { wanted, priority, tier, owner, due, rationale, ...more, by: actor, seq };
    return {
      ...state,
      targets: state.targets.set(id, target),
      targetHistory: state.targetHistory.update(id, [], (before) => [
        ...before,
        { from: setOn, value: target },
      ]),
    };
  }),
  on(targetUndone, (state: Controls, { record: { id }, data }: RecordedFact<{ entry: number }>) => {
    const history = (state.targetHistory.get(id) ?? []).filter(({ value }) => value.seq !== data.entry);
    const latest = history.at(-1)?.value;
    return {
      ...state,
      targets: latest ? state.targets.set(id, latest) : state.targets.delete(id),
      targetHistory: state.targetHistory.set(id, history),
    };
  }),
];

/** What was set is as if it had never been: the target before it is the target again. */
export const targetWayBack: WayBack<WithControls> = {
  types: [targetSet.type],
  back: ({ state, after }, fact) => {
    const { record: named, seq: entry } = fact;
    const said = [after, state].map(({ controls }) => controls.targets.get(named.id)?.seq);
    return refuseChanged(fact, said) ?? { facts: [targetUndone.of(named, { entry })] };
  },
};
