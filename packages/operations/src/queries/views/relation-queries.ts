import { id } from '@concord/programme';
import { relationList, relationSheet } from '@concord/views';
import { z } from 'zod';
import { inLanguage, page, timed, wantedText } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { spokenTo } from '../../query/view-asked.ts';
import { relationWithAuthors } from './authors.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'programme.read',
  reader: 'whole',
  timed: true,
  restsOn: 'requirements',
} as const;

/** How requirements lie to each other by the organisation's own reading, and what that does to results. */
export const relationQueries = [
  query({
    ...reading,
    name: 'relations list',
    path: '/relations',
    summary: 'Our own relations between requirements: what each says, who confirmed it, whether it counts',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      ...page,
      framework: id.optional().describe('Id of the framework of either end'),
      requirement: wantedText(250).optional().describe('Either end, as FRAMEWORK/REQUIREMENT'),
      status: z.enum(['draft', 'confirmed', 'withdrawn']).optional().describe('What became of it'),
    }),
    answer: (asked) => relationList(spokenTo(asked), asked.input),
  }),
  query({
    ...reading,
    name: 'relations show',
    path: '/relations/{relationId}',
    summary: 'One relation between requirements, with both its ends as they stand',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      relationId: id.describe('Id of the relation'),
    }),
    answer: (asked) =>
      relationWithAuthors(asked.ports, relationSheet(spokenTo(asked), asked.input.relationId)),
  }),
];
