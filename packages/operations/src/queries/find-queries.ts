import { count } from '@concord/programme';
import { find, foundKinds } from '@concord/views';
import { z } from 'zod';
import { inLanguage, timed } from '../query/inputs.ts';
import { query } from '../query/query.ts';
import { spokenTo } from '../query/view-asked.ts';

/** One place to look for anything by its name. */
export const findQueries = [
  query({
    name: 'find',
    reach: 'organisation',
    method: 'GET',
    path: '/find',
    permission: 'own.read',
    reader: 'masked',
    timed: true,
    summary: 'Anything by its code, its title or what is said of it, the best first',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      text: z.string().trim().min(1).max(200).describe('What is looked for; each word has to occur'),
      kinds: z.array(z.enum(foundKinds)).max(foundKinds.length).optional().describe('Only these kinds'),
      limit: count.pipe(z.number().min(1).max(100)).default(20).describe('How many to answer, at most 100'),
    }),
    answer: (asked) => find(spokenTo(asked), asked.input),
  }),
];
