import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  line,
  on,
  type RecordedFact,
  type RecordName,
  record,
  recordKey,
  refuse,
} from '../foundation/index.ts';
import type { Governance, WithGovernance } from './governance.ts';
import { personAdded, roleGranted } from './person.ts';
import { changesOf, type WayBack } from './registers/index.ts';
import { wholeOrganisation } from './scope.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** IANA zone in which its days begin. */
  readonly zone: string;
  /** Made to be looked at, and to be removed again as a whole; no organisation of anybody's own is. */
  readonly demo?: true;
}

interface OrganisationData {
  name?: string;
  zone: string;
  demo?: true | undefined;
}

const organisationCreated = factType<OrganisationData>('OrganisationCreated', 1, ['name']);

/** Members that somebody changed; what is not named stays. */
type OrganisationChangeData = { name?: string | undefined; zone?: string | undefined };

const organisationChanged = factType<OrganisationChangeData>('OrganisationChanged', 1, ['name']);

const members = {
  name: line(200).describe('Name of the organisation, as it should stand on documents'),
  zone: z
    .string()
    .refine(isZone, 'is no time zone; write one such as Europe/Brussels')
    .describe('Time zone in which its days begin'),
};

export const createOrganisationInput = z.strictObject({
  name: members.name,
  zone: members.zone.default('UTC'),
});

export const changeOrganisationInput = z.strictObject({
  name: members.name.optional(),
  zone: members.zone.optional(),
});

/** The record of the organisation within its own ledger. */
export const organisationRecord: RecordName = { kind: 'organisation', id: 'organisation' };

/** Only the server marks an organisation as its demo: what is asked for from outside can not say so. */
export type OrganisationTakenIn = z.infer<typeof createOrganisationInput> & Pick<Organisation, 'demo'>;

/** The first fact of a ledger; who creates the organisation manages its programme until others are named. */
export function createOrganisation(
  state: WithGovernance,
  input: OrganisationTakenIn,
  circumstances: Circumstances,
): Decision {
  if (state.governance.organisation) return refuse('conflict', 'organisation.exists');
  const person = { kind: 'person', id: circumstances.actor };
  return record(
    organisationCreated.of(organisationRecord, input),
    personAdded.of(person, {}),
    roleGranted.of(person, { role: 'isms_manager', scope: wholeOrganisation, from: circumstances.today }),
  );
}

/**
 * Another name or another time zone, from now on: what was published keeps the name it bore, and what was dated by the
 * days of the old zone keeps its dates.
 */
export function changeOrganisation(
  { governance: { organisation } }: WithGovernance,
  input: z.infer<typeof changeOrganisationInput>,
): Decision {
  if (!organisation) return refuse('missing', 'organisation.unknown', { organisation: '' });
  const changes: OrganisationChangeData = changesOf(organisation, input, {});
  return Object.keys(changes).length === 0
    ? record()
    : record(organisationChanged.of(organisationRecord, changes));
}

/** Both go back to what they were; refused when either was changed again, or the earlier name was erased. */
export const organisationWayBack: WayBack<WithGovernance> = {
  types: [organisationChanged.type],
  back: ({ state, before, after }, { record: named, seq }) => {
    const [present, left, earlier] = [state, after, before].map(({ governance }) => saidOf(governance));
    if (present?.name !== left?.name || present?.zone !== left?.zone || earlier?.name === '') {
      const revision = state.revisions.get(recordKey(named)) ?? seq;
      return refuse('conflict', 'undo.changed-since', {
        record: present?.name || recordKey(named),
        revision,
      });
    }
    const changes = present && earlier ? changesOf(present, earlier, {}) : {};
    return { facts: Object.keys(changes).length === 0 ? [] : [organisationChanged.of(named, changes)] };
  },
};

function saidOf({ organisation }: Governance): Pick<Organisation, 'name' | 'zone'> | undefined {
  return organisation && { name: organisation.name, zone: organisation.zone };
}

export const organisationEvolvers: readonly Evolver<Governance>[] = [
  on(
    organisationCreated,
    (state: Governance, { record: { id }, data }: RecordedFact<OrganisationData>): Governance => ({
      ...state,
      organisation: { id, name: data.name ?? '', zone: data.zone, ...(data.demo ? { demo: true } : {}) },
    }),
  ),
  on(
    organisationChanged,
    (state: Governance, { data, redacted }: RecordedFact<OrganisationChangeData>): Governance => {
      if (!state.organisation) return state;
      const { organisation } = state;
      // What was erased must not bring back the name before.
      const before = redacted.includes('name') ? '' : organisation.name;
      const { name = before, zone = organisation.zone } = data;
      return { ...state, organisation: { ...organisation, name, zone } };
    },
  ),
];

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
