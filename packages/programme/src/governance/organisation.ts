import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  line,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../foundation/index.ts';
import type { Governance, WithGovernance } from './governance.ts';
import { personAdded, roleGranted } from './person.ts';
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

export const createOrganisationInput = z.strictObject({
  name: line(200).describe('Name of the organisation, as it should stand on documents'),
  zone: z
    .string()
    .refine(isZone, 'is no time zone; write one such as Europe/Brussels')
    .default('UTC')
    .describe('Time zone in which its days begin'),
});

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
    organisationCreated.of({ kind: 'organisation', id: 'organisation' }, input),
    personAdded.of(person, {}),
    roleGranted.of(person, { role: 'isms_manager', scope: wholeOrganisation, from: circumstances.today }),
  );
}

export const organisationEvolvers: readonly Evolver<Governance>[] = [
  on(
    organisationCreated,
    (state: Governance, { record: { id }, data }: RecordedFact<OrganisationData>): Governance => ({
      ...state,
      organisation: { id, name: data.name ?? '', zone: data.zone, ...(data.demo ? { demo: true } : {}) },
    }),
  ),
];

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
