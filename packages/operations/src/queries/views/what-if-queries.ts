import { supposedStates, type ViewAsked, whatIfInParts, withPauses } from '@concord/views';
import { z } from 'zod';
import { inLanguage, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';

const said = z.string().trim().min(1).max(400);
/** Each given again and again; those without a comma in them also in one, with commas between. */
const several = z
  .array(said)
  .max(500)
  .default([])
  .transform((all) => all.flatMap((each) => each.split(',')).filter((each) => each.trim() !== ''));

/** What would follow, from the rules that the commands and views go by. */
export const whatIfQueries = [
  query({
    reach: 'organisation',
    method: 'GET',
    permission: 'own.read',
    reader: 'masked',
    timed: true,
    name: 'what-if',
    path: '/what-if',
    summary:
      'What would be otherwise in every framework, or which controls reach a target; nothing is recorded',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      set: several.describe(`A control in another state: CODE=STATE, of ${supposedStates.join(', ')}`),
      lapse: z
        .array(said)
        .max(500)
        .default([])
        .meta({ oneEach: true, description: 'Id or title of evidence that is to have run out' }),
      exclude: several.describe('FRAMEWORK/REQUIREMENT that is to be left out'),
      reach: several.describe(
        'FRAMEWORK, FRAMEWORK:PERCENT of it, or FRAMEWORK:PROFILE: the shortest list of controls that gets there',
      ),
    }),
    answer: ({ input, ports, ...asked }) =>
      withPauses(
        whatIfInParts({ ...asked, language: input.language } satisfies ViewAsked, input),
        ports.pause,
      ),
  }),
];
