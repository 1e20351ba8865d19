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
  record,
  refuse,
} from '../foundation/index.ts';
import type { Governance, WithGovernance } from './governance.ts';
import { personRoles, type Role } from './role.ts';
import { hasScope, wholeOrganisation } from './scope.ts';

export interface Grant {
  readonly role: Role;
  readonly scope: string;
  readonly from: string;
  readonly until?: string | undefined;
}

/** Somebody with a part in the programme. Name and address are kept by the server's people directory, not here. */
export interface Person {
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** People added in one go. */
export const mostAdded = 100;

export const personAdded = factType<object>('PersonAdded', 1, []);
export const roleGranted = factType<Grant>('RoleGranted', 1, []);

/** `name` and `mail` go to the server's people directory, which hands on an id: facts hold ids of people only. */
export const personNamed = {
  name: line(200).describe('Name of the person'),
  mail: z.email().max(254).optional().describe('Mail address'),
};

export const addPersonInput = z.strictObject({
  ...personNamed,
  role: z
    .enum([...personRoles, 'none'])
    .default('control_owner')
    .describe('Part in the programme; who has none can own things and do nothing'),
  scope: id.default(wholeOrganisation).describe('Scope in which the role holds'),
  until: localDate.optional().describe('Last day of the role'),
});

export type PersonTakenIn = Pick<z.infer<typeof addPersonInput>, 'role' | 'scope' | 'until'> & {
  person: string;
};

export function addPerson(
  state: WithGovernance,
  input: PersonTakenIn,
  circumstances: Circumstances,
): Decision {
  if (!hasScope(state.governance, input.scope)) {
    return refuse('refused', 'scope.unknown', { scope: input.scope, at: 'scope' });
  }
  if (state.governance.people.has(input.person)) {
    return refuse('conflict', 'person.exists', { person: input.person });
  }
  if (input.until !== undefined && input.until < circumstances.today) {
    return refuse('refused', 'person.until-past', { until: input.until, at: 'until' });
  }
  const person = { kind: 'person', id: input.person };
  const { role, scope, until } = input;
  if (role === 'none') return record(personAdded.of(person, {}));
  return record(
    personAdded.of(person, {}),
    roleGranted.of(person, { role, scope, from: circumstances.today, until }),
  );
}

/** Who is named in one go, as in a file: they own things, and have no part yet. */
export const addPeopleInput = z.strictObject({
  people: z
    .array(z.strictObject(personNamed))
    .min(1)
    .max(mostAdded)
    .describe('Name of each, and mail address'),
});

export interface PeopleTakenIn {
  readonly people: readonly string[];
}

export function addPeople(state: WithGovernance, { people }: PeopleTakenIn): Decision {
  const known = people.find((each) => state.governance.people.has(each));
  if (known !== undefined) return refuse('conflict', 'person.exists', { person: known });
  return record(...people.map((each) => personAdded.of({ kind: 'person', id: each }, {})));
}

export const personEvolvers: readonly Evolver<Governance>[] = [
  on(personAdded, (state: Governance, { record: { id } }: RecordedFact<object>) => ({
    ...state,
    people: state.people.set(id, { id, grants: [] }),
  })),
  on(roleGranted, (state: Governance, { record: { id }, data }: RecordedFact<Grant>) => ({
    ...state,
    people: state.people.update(id, { id, grants: [] }, (person) => ({
      ...person,
      grants: [...person.grants, data],
    })),
  })),
];

/** The roles a person holds on a day. */
export function grantsOn(governance: Governance, person: string, day: string): readonly Grant[] {
  const grants = governance.people.get(person)?.grants ?? [];
  return grants.filter((grant) => grant.from <= day && (grant.until === undefined || day <= grant.until));
}
