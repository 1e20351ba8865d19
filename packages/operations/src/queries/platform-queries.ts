import { localDate, organisationRecord, recordKey, wholeOrganisation } from '@concord/programme';
import { z } from 'zod';
import { beginsOn } from '../query/begins-on.ts';
import { timed } from '../query/inputs.ts';
import { query } from '../query/query.ts';

const platform = {
  method: 'GET',
  reach: 'platform',
  permission: 'signed-in',
  reader: 'whole',
  timed: false,
} as const;

/** What can be had without naming an organisation, and the organisation itself. */
export const platformQueries = [
  query({
    ...platform,
    name: 'organisations list',
    path: '/organisations',
    summary: 'The organisations here',
    input: z.strictObject({}),
    answer: async ({ ports }) => ({ rows: await ports.organisations() }),
  }),
  query({
    ...platform,
    name: 'me',
    path: '/me',
    summary: 'Who asks, and what they are and may do in each organisation',
    input: z.strictObject({}),
    answer: async ({ ports, reader: { person } }) => {
      const { name = '', mail = '' } = (await ports.people([person])).get(person) ?? {};
      const organisations = await ports.parts(person);
      return { person, name, ...(mail === '' ? {} : { mail }), organisations };
    },
  }),
  query({
    name: 'position',
    method: 'GET',
    path: '/position',
    reach: 'organisation',
    permission: 'own.read',
    reader: 'masked',
    timed: false,
    summary:
      'Where the ledger stands, now or at the end of a day: when it was last written to, and its first day',
    input: z.strictObject({
      day: localDate.optional().describe('Day at whose end it is asked for; now when left out'),
    }),
    answer: async ({ input: { day }, programme, ports }) => {
      const upTo = programme.position;
      const zone = programme.governance.organisation?.zone;
      const position = day === undefined ? upTo : await ports.positionAt(day, { upTo, zone });
      const begins = await beginsOn(ports, zone);
      const at = position === 0 ? undefined : await ports.recordedAt(position);
      return { position, at, begins };
    },
  }),
  query({
    name: 'organisations show',
    method: 'GET',
    path: '',
    reach: 'organisation',
    permission: 'own.read',
    reader: 'masked',
    timed: true,
    summary: 'The organisation: scopes, people, adopted frameworks, profiles',
    input: z.strictObject({ ...timed }),
    answer: async ({ programme, organisation, ports, reader, head }) => {
      const { governance, controls } = programme;
      const people = byId(governance.people);
      const names = await ports.people(people.map((person) => person.id));
      return {
        organisation: {
          ...governance.organisation,
          id: organisation,
          revision: programme.revisions.get(recordKey(organisationRecord)) ?? 0,
        },
        position: programme.position,
        head,
        scopes: [{ id: wholeOrganisation, name: governance.organisation?.name }, ...byId(governance.scopes)],
        frameworks: byFramework(governance.adoptions),
        profiles: byId(controls.profiles),
        people: people.map((person) => ({
          ...person,
          name: names.get(person.id)?.name ?? '',
          ...(reader.sees === 'all' ? { mail: names.get(person.id)?.mail ?? '' } : {}),
        })),
      };
    },
  }),
];

/** Tables have no order of their own; answers do. */
function byId<T extends { id: string }>(table: { values(): Iterable<T> }): T[] {
  return [...table.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function byFramework<T extends { framework: string }>(table: { values(): Iterable<T> }): T[] {
  return [...table.values()].sort((one, other) => (one.framework < other.framework ? -1 : 1));
}
