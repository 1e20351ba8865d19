import { activitiesIn, designationsIn } from '@concord/catalog';
import { id } from '@concord/programme';
import { entityList, entitySheet } from '@concord/views';
import { z } from 'zod';
import { inLanguage, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { spokenTo } from '../../query/view-asked.ts';
import { withName, withNames } from './names.ts';
import { listed, reading, state } from './reading.ts';

const platform = {
  method: 'GET',
  reach: 'platform',
  permission: 'signed-in',
  reader: 'whole',
  timed: false,
} as const;

/** The legal entities, and what the catalogue lists for them to be or do. */
export const entityQueries = [
  query({
    ...reading,
    name: 'entities list',
    path: '/entities',
    summary: 'The legal entities with their activities and figures',
    input: z.strictObject({ ...listed, state }),
    answer: async (asked) => withNames(asked, entityList(asked, asked.input)),
  }),
  query({
    ...reading,
    name: 'entities show',
    path: '/entities/{entity}',
    summary: 'One legal entity, with what its activities and designations mean',
    input: z.strictObject({ ...timed, ...inLanguage, entity: id.describe('Id of the legal entity') }),
    answer: async (asked) => withName(asked, entitySheet(spokenTo(asked), asked.input.entity)),
  }),
  query({
    ...platform,
    name: 'activities list',
    path: '/activities',
    summary: 'The activities by which a law may take in a legal entity, with their ids',
    input: z.strictObject({ ...inLanguage }),
    answer: ({ input }) => listOf(activitiesIn(input.language)),
  }),
  query({
    ...platform,
    name: 'designations list',
    path: '/designations',
    summary: 'What an authority may decide, or the law say, of a legal entity, with their ids',
    input: z.strictObject({ ...inLanguage }),
    answer: ({ input }) => listOf(designationsIn(input.language)),
  }),
];

function listOf<Row>(rows: readonly Row[]) {
  return { rows, total: rows.length };
}
