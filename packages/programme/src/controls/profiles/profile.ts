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
  type Refusal,
  record,
  refuse,
  text,
} from '../../foundation/index.ts';
import { hasScope } from '../../governance/index.ts';
import type { Profile } from '../profile.ts';
import type { Controls, WithControls } from '../state.ts';
import { keptProfile } from './outcome.ts';

interface ProfileData {
  name?: string;
  framework: string;
  scope: string;
  assumptions?: string | undefined;
}

/** Members that changed; null where the assumptions were taken away. */
interface ProfileChangeData {
  name?: string | undefined;
  scope?: string | undefined;
  assumptions?: string | null | undefined;
}

interface RetirementData {
  effective: string;
  reason?: string;
}

const free = ['name', 'assumptions'] as const;
const profileCreated = factType<ProfileData>('ProfileCreated', 1, free);
const profileChanged = factType<ProfileChangeData>('ProfileChanged', 1, free);
const profileRetired = factType<RetirementData>('ProfileRetired', 1, ['reason']);

const assumptions = text(10_000);

export const createProfileInput = z.strictObject({
  name: line(200).describe('Name of the profile'),
  framework: id.describe('Id of the framework'),
  scope: id.optional().describe('Scope it is for; the scope of the adoption when left out'),
  assumptions: assumptions.optional().describe('Facts and assumptions it is made on'),
});

export const changeProfileInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  name: line(200).optional().describe('Another name'),
  scope: id.optional().describe('Another scope'),
  assumptions: assumptions.nullable().optional().describe('Facts and assumptions it is made on'),
});

export const retireProfileInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  reason: text(10_000).describe('Why it is no longer kept'),
  effective: localDate.optional().describe('Day from which it is no longer kept; not in the future'),
});

/** CSWP 29, 3.1, step 1: several profiles may be kept, each for a scope and on assumptions of its own. */
export function createProfile(
  state: WithControls,
  input: z.infer<typeof createProfileInput>,
  circumstances: Circumstances,
): Decision {
  const adoption = state.governance.adoptions.get(input.framework);
  if (!adoption) {
    return refuse('conflict', 'framework.not-adopted', { framework: input.framework, at: 'framework' });
  }
  const data = { ...input, scope: input.scope ?? adoption.scope };
  const refusal = refuseMembers(state, { ...data, id: '' });
  if (refusal) return { refusal };
  return record(profileCreated.of({ kind: 'profile', id: circumstances.newId() }, data));
}

export function changeProfile(state: WithControls, input: z.infer<typeof changeProfileInput>): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const { profile: _named, ...asked } = input;
  const refusal = refuseMembers(state, { ...profile, ...asked });
  if (refusal) return { refusal };
  const changes: ProfileChangeData = Object.fromEntries(
    Object.entries(asked).filter(
      ([member, value]) => value !== undefined && (value ?? '') !== profile[member as keyof Profile],
    ),
  );
  if (Object.keys(changes).length === 0) return record();
  return record(profileChanged.of({ kind: 'profile', id: profile.id }, changes));
}

/** A retired profile can be read and no longer be changed; its name is free again. */
export function retireProfile(
  state: WithControls,
  input: z.infer<typeof retireProfileInput>,
  { today }: Circumstances,
): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const effective = input.effective ?? today;
  if (effective > today) return refuse('refused', 'date.future', { date: effective, at: 'effective' });
  return record(profileRetired.of({ kind: 'profile', id: profile.id }, { effective, reason: input.reason }));
}

function refuseMembers(
  { governance, controls }: WithControls,
  {
    id: own,
    name,
    framework,
    scope,
  }: Pick<Profile, 'id' | 'framework'> & { name?: string | undefined; scope?: string | undefined },
): Refusal | undefined {
  if (scope !== undefined && !hasScope(governance, scope))
    return refuse('refused', 'scope.unknown', { scope, at: 'scope' }).refusal;
  const taken = controls.profiles.some(
    (other) =>
      other.id !== own &&
      other.retiredOn === undefined &&
      other.name === name &&
      other.framework === framework,
  );
  return taken
    ? refuse('conflict', 'profile.name-taken', { name: name ?? '', at: 'name' }).refusal
    : undefined;
}

/** A profile with some members changed; nothing where there is none. */
export function changed(state: Controls, id: string, changes: Partial<Profile> & { seq: number }): Controls {
  const profile = state.profiles.get(id);
  return profile ? { ...state, profiles: state.profiles.set(id, { ...profile, ...changes }) } : state;
}

export const profileEvolvers: readonly Evolver<Controls>[] = [
  on(profileCreated, (state: Controls, { record: { id }, data, seq }: RecordedFact<ProfileData>) => {
    const { name = '', assumptions: stated = '', framework, scope } = data;
    const profile = { id, name, framework, scope, assumptions: stated, tiers: {}, seq };
    return { ...state, profiles: state.profiles.set(id, profile) };
  }),
  on(profileChanged, (state: Controls, fact: RecordedFact<ProfileChangeData>) => {
    const { record, data, redacted, seq } = fact;
    const present = Object.entries(data).map(([member, value]) => [member, value ?? '']);
    // What was erased must not bring back what it had replaced.
    const erased = redacted.map((member) => [member, '']);
    return changed(state, record.id, { ...Object.fromEntries([...erased, ...present]), seq });
  }),
  on(profileRetired, (state: Controls, { record, data, seq }: RecordedFact<RetirementData>) =>
    changed(state, record.id, { retiredOn: data.effective, seq }),
  ),
];
