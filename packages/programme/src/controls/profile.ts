import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  line,
  localDate,
  on,
  type RecordedFact,
  type RecordName,
  record,
  refuse,
  text,
} from '../foundation/index.ts';
import { hasScope } from '../governance/index.ts';
import { applicabilityScope } from './applicability.ts';
import { adoptedRequirement, requirementKey } from './requirement.ts';
import type { Controls, WithControls } from './state.ts';

/** A profile of a framework's outcomes for one scope: what is wanted of each, beside what is reached. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly framework: string;
  readonly scope: string;
}

/** What a profile wants of one outcome. `tier` is the rigour wanted for it, 1 to 4. */
export interface Target {
  readonly wanted: boolean;
  readonly priority?: 'low' | 'medium' | 'high' | undefined;
  readonly tier?: number | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly rationale: string;
  readonly by: string;
  readonly seq: number;
}

interface ProfileData {
  name?: string;
  framework: string;
  scope: string;
}

type TargetData = Omit<Target, 'by' | 'seq' | 'rationale'> & {
  profile: string;
  framework: string;
  requirement: string;
  rationale?: string | undefined;
};

const profileCreated = factType<ProfileData>('ProfileCreated', 1, ['name']);
const targetSet = factType<TargetData>('TargetSet', 1, ['rationale']);

export const createProfileInput = z.strictObject({
  name: line(200).describe('Name of the profile'),
  framework: id.describe('Id of the framework'),
  scope: id.optional().describe('Scope it is for; the scope of the adoption when left out'),
});

export const setTargetInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  requirement: id.describe('Id of the outcome'),
  wanted: z.boolean().default(true).describe('Whether the profile includes the outcome'),
  priority: z.enum(['low', 'medium', 'high']).optional().describe('How soon'),
  tier: z.number().int().min(1).max(4).optional().describe('Rigour wanted, 1 to 4'),
  owner: id.optional().describe('Id of the person who answers for it'),
  due: localDate.optional().describe('Day by which it is wanted'),
  rationale: text(5000).optional().describe('Why'),
});

export function createProfile(
  state: WithControls,
  input: z.infer<typeof createProfileInput>,
  circumstances: Circumstances,
): Decision {
  if (!state.governance.adoptions.has(input.framework)) {
    return refuse('conflict', 'framework.not-adopted', { framework: input.framework, at: 'framework' });
  }
  const scope = applicabilityScope(state, input);
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  if (
    state.controls.profiles.some(
      (profile) => profile.name === input.name && profile.framework === input.framework,
    )
  ) {
    return refuse('conflict', 'profile.name-taken', { name: input.name, at: 'name' });
  }
  const { name, framework } = input;
  return record(
    profileCreated.of({ kind: 'profile', id: circumstances.newId() }, { name, framework, scope }),
  );
}

export function setTarget(state: WithControls, input: z.infer<typeof setTargetInput>): Decision {
  const profile = state.controls.profiles.get(input.profile);
  if (!profile) return refuse('missing', 'profile.unknown', { profile: input.profile, at: 'profile' });
  const requirement = adoptedRequirement(state, profile.framework, input.requirement);
  if ('refusal' in requirement) return requirement;
  if (input.owner !== undefined && !state.governance.people.has(input.owner)) {
    return refuse('refused', 'person.unknown', { person: input.owner, at: 'owner' });
  }
  const data = { ...input, framework: profile.framework, requirement: requirement.id };
  return record(targetSet.of(targetRecord(profile.id, profile.framework, requirement.id), data));
}

export function targetRecord(profile: string, framework: string, requirement: string): RecordName {
  return { kind: 'target', id: targetKey(profile, framework, requirement) };
}

export function targetKey(profile: string, framework: string, requirement: string): string {
  return `${profile}:${requirementKey(framework, requirement)}`;
}

export const profileEvolvers: readonly Evolver<Controls>[] = [
  on(profileCreated, (state: Controls, { record: { id }, data }: RecordedFact<ProfileData>) => ({
    ...state,
    profiles: state.profiles.set(id, { ...data, id, name: data.name ?? '' }),
  })),
  on(targetSet, (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<TargetData>) => {
    const { wanted, priority, tier, owner, due, rationale = '' } = data;
    const target = { wanted, priority, tier, owner, due, rationale, by: actor, seq };
    return { ...state, targets: state.targets.set(id, target) };
  }),
];
