import { crosswalks, framework, frameworks } from '@concord/catalog';
import { id, type Programme, refuse } from '@concord/programme';
import { z } from 'zod';
import { timed } from '../inputs.ts';
import { query } from '../query.ts';
import { crosswalkRow, crosswalkShown, type Editions } from './crosswalk-shown.ts';
import { frameworkRow, frameworkShown } from './framework-shown.ts';

const ofOrganisation = {
  method: 'GET',
  reach: 'organisation',
  permission: 'own.read',
  reader: 'whole',
  timed: true,
} as const;

/** The catalogue as one organisation has it: what comes with Concord, and what it imported itself. */
export const organisationCatalogueQueries = [
  query({
    ...ofOrganisation,
    name: 'catalogue list',
    path: '/catalogue',
    summary:
      'The frameworks and crosswalks of this organisation: those we ship, those it imported, what it adopted',
    input: z.strictObject({ ...timed }),
    answer: ({ programme }) => ({
      rows: frameworkRows(programme),
      crosswalks: crosswalksOf(programme).map((each) => ({
        ...crosswalkRow(each.crosswalk, editionsOf(programme)),
        ...each.origin,
      })),
    }),
  }),
  query({
    ...ofOrganisation,
    name: 'catalogue show',
    path: '/catalogue/{id}',
    summary: 'One edition of a framework, by its hash or its id, or one crosswalk, imported ones too',
    input: z.strictObject({
      ...timed,
      id: id.describe('Id of a framework or crosswalk, or hash of an edition'),
    }),
    answer: ({ input, programme }) => {
      const edition = editionNamed(programme, input.id);
      const all = crosswalksOf(programme);
      if (edition)
        return frameworkShown(
          edition,
          all.map(({ crosswalk }) => crosswalk),
        );
      const found = all.find(({ crosswalk }) => crosswalk.id === input.id);
      if (found) return { ...crosswalkShown(found.crosswalk, editionsOf(programme)), ...found.origin };
      return refuse('missing', 'catalogue.unknown', { id: input.id, at: 'id' });
    },
  }),
];

function frameworkRows(programme: Programme) {
  const { adoptions, editions } = programme.governance;
  const list = crosswalksOf(programme).map(({ crosswalk }) => crosswalk);
  const imported = [...editions.values()].sort((one, other) => one.seq - other.seq);
  const rows = [
    ...frameworks().map((each) => ({ ...frameworkRow(each, list), origin: 'shipped' })),
    ...imported.map((each) => ({ ...frameworkRow(each.framework, list), ...originOf(each) })),
  ];
  return rows.map((row) => {
    const { edition, scope, selection } = adoptions.get(row.id) ?? {};
    return edition === row.hash ? { ...row, adopted: { scope, selection } } : row;
  });
}

interface Imported {
  readonly file: object;
  readonly importedOn: string;
  readonly by: string;
}

function originOf({ file, importedOn, by }: Imported) {
  return { origin: 'imported', file, importedOn, by };
}

function crosswalksOf({ governance }: Programme) {
  const imported = [...governance.crosswalks.values()].sort((one, other) => one.seq - other.seq);
  return [
    ...crosswalks().map((crosswalk) => ({ crosswalk, origin: { origin: 'shipped' } })),
    ...imported.map((each) => ({ crosswalk: each.crosswalk, origin: originOf(each) })),
  ];
}

/** A framework in the edition in use here; so an end that we do not ship is resolved once it is imported. */
function editionsOf(programme: Programme): Editions {
  return (named) => adoptedOrLatest(programme, named) ?? framework(named);
}

function adoptedOrLatest({ governance }: Programme, named: string) {
  const hash = governance.adoptions.get(named)?.edition;
  const own = [...governance.editions.values()].filter((each) => each.framework.id === named);
  const latest = own.toSorted((one, other) => other.seq - one.seq)[0]?.framework;
  return hash === undefined && framework(named) === undefined
    ? latest
    : governance.editions.get(hash ?? '')?.framework;
}

function editionNamed(programme: Programme, named: string) {
  return programme.governance.editions.get(named)?.framework ?? editionsOf(programme)(named);
}
