import { crosswalks, frameworks, titleElsewhere } from '@concord/catalog';
import { editionInUse, id, type Programme, refuse } from '@concord/programme';
import type { Reader } from '@concord/views';
import { z } from 'zod';
import { inLanguage, timed } from '../query/inputs.ts';
import { query } from '../query/query.ts';
import { crosswalkRow, crosswalkShown, type Editions } from './crosswalk-shown.ts';
import { frameworkRow, frameworkShown } from './framework-shown.ts';

const ofOrganisation = {
  method: 'GET',
  reach: 'organisation',
  permission: 'own.read',
  reader: 'masked',
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
    input: z.strictObject({ ...timed, ...inLanguage }),
    answer: ({ input, programme, reader }) => ({
      rows: frameworkRows(programme, reader, input.language),
      crosswalks: crosswalksOf(programme, reader).map((each) => ({
        ...crosswalkRow(each.crosswalk, editionsOf(programme), input.language),
        ...each.origin,
      })),
      elsewhere: elsewhereOf(programme, reader),
    }),
  }),
  query({
    ...ofOrganisation,
    name: 'catalogue show',
    path: '/catalogue/{edition}',
    summary: 'One edition of a framework, by its hash or its id, or one crosswalk, imported ones too',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      edition: id.describe('Hash of an edition, or id of a framework or crosswalk'),
    }),
    answer: ({ input, programme, reader }) => {
      const all = crosswalksOf(programme, reader);
      const { language } = input;
      const list = all.map(({ crosswalk }) => crosswalk);
      const imported = programme.governance.editions.get(input.edition)?.framework;
      const edition = imported ?? editionInUse(programme.governance, input.edition);
      if (edition) return frameworkShown(edition, { crosswalks: list, language });
      const found = all.find(({ crosswalk }) => crosswalk.id === input.edition);
      if (found)
        return { ...crosswalkShown(found.crosswalk, editionsOf(programme), language), ...found.origin };
      return refuse('missing', 'catalogue.unknown', { id: input.edition, at: 'edition' });
    },
  }),
];

function frameworkRows(programme: Programme, reader: Reader, language: string) {
  const { adoptions, editions } = programme.governance;
  const asked = { crosswalks: crosswalksOf(programme, reader).map(({ crosswalk }) => crosswalk), language };
  const imported = [...editions.values()].sort((one, other) => one.seq - other.seq);
  const rows = [
    ...frameworks().map((each) => ({ ...frameworkRow(each, asked), origin: 'shipped' })),
    ...imported.map((each) => ({ ...frameworkRow(each.framework, asked), ...originOf(each, reader) })),
  ];
  return rows.map((row) => {
    const { edition, scope, selection } = adoptions.get(row.id) ?? {};
    return edition === row.hash ? { ...row, adopted: { scope, selection } } : row;
  });
}

/** Frameworks that crosswalks lead to and that are not here, by what they are called. */
function elsewhereOf(programme: Programme, reader: Reader) {
  const ends = crosswalksOf(programme, reader).flatMap(({ crosswalk: { from, to } }) => [from, to]);
  const absent = [...new Set(ends)].filter((id) => editionsOf(programme)(id) === undefined);
  return absent.map((id) => ({ id, title: titleElsewhere(id) ?? id }));
}

interface Imported {
  readonly file: object;
  readonly importedOn: string;
  readonly by: string;
}

/** Who brought it in, and from which file, is for who sees the whole programme. */
function originOf({ file, importedOn, by }: Imported, { sees }: Reader) {
  return { origin: 'imported', importedOn, ...(sees === 'all' ? { file, by } : {}) };
}

function crosswalksOf({ governance }: Programme, reader: Reader) {
  const imported = [...governance.crosswalks.values()].sort((one, other) => one.seq - other.seq);
  return [
    ...crosswalks().map((crosswalk) => ({ crosswalk, origin: { origin: 'shipped' } })),
    ...imported.map((each) => ({ crosswalk: each.crosswalk, origin: originOf(each, reader) })),
  ];
}

/** So an end that we do not ship is resolved once it is imported. */
function editionsOf({ governance }: Programme): Editions {
  return (named) => editionInUse(governance, named);
}
