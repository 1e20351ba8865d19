import { crosswalk, crosswalks, framework, frameworks } from '@concord/catalog';
import { id, refuse } from '@concord/programme';
import { z } from 'zod';
import { inLanguage, ofFramework } from '../query/inputs.ts';
import { query } from '../query/query.ts';
import { crosswalkRow, crosswalkShown } from './crosswalk-shown.ts';
import { frameworkRow, frameworkShown } from './framework-shown.ts';

const platform = {
  method: 'GET',
  reach: 'platform',
  permission: 'signed-in',
  reader: 'whole',
  timed: false,
} as const;

const idsOf = (list: readonly { id: string }[]) => list.map((each) => each.id).join(', ');

/** What the catalogue that we ship holds, the same for every organisation. */
export const catalogueQueries = [
  query({
    ...platform,
    name: 'frameworks',
    path: '/frameworks',
    summary: 'The frameworks of the catalogue, with edition, source and licence',
    input: z.strictObject({ ...inLanguage }),
    answer: ({ input: { language } }) => ({
      rows: frameworks().map((each) => frameworkRow(each, { crosswalks: crosswalks(), language })),
    }),
  }),
  query({
    ...platform,
    name: 'framework show',
    path: '/frameworks/{framework}',
    summary: 'One framework: every requirement with our reading of it, or those of one selection',
    input: z.strictObject({
      ...inLanguage,
      ...ofFramework,
      selection: id
        .optional()
        .describe('Only what this selection holds (a baseline, a level), and the headings'),
    }),
    answer: ({ input }) => {
      const found = framework(input.framework);
      const asked = { crosswalks: crosswalks(), language: input.language };
      if (found) return frameworkShown(found, asked, input.selection);
      const params = { framework: input.framework, known: idsOf(frameworks()), at: 'framework' };
      return refuse('missing', 'framework.unknown', params);
    },
  }),
  query({
    ...platform,
    name: 'crosswalks',
    path: '/crosswalks',
    summary: 'The crosswalks of the catalogue, and how much of each side each of them links, counted',
    input: z.strictObject({ ...inLanguage }),
    answer: ({ input: { language } }) => ({
      rows: crosswalks().map((each) => crosswalkRow(each, framework, language)),
    }),
  }),
  query({
    ...platform,
    name: 'crosswalk show',
    path: '/crosswalks/{crosswalk}',
    summary: 'One crosswalk: its pairs, what it states to have no equivalent, and of what it says nothing',
    input: z.strictObject({
      ...inLanguage,
      crosswalk: id.describe('Id of the crosswalk, as `crosswalks` lists it'),
    }),
    answer: ({ input }) => {
      const found = crosswalk(input.crosswalk);
      if (found) return crosswalkShown(found, framework, input.language);
      const params = { crosswalk: input.crosswalk, known: idsOf(crosswalks()), at: 'crosswalk' };
      return refuse('missing', 'crosswalk.unknown', params);
    },
  }),
];
