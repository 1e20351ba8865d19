import { id, line } from '@concord/programme';
import { factAnswers, proposeSetUp, type SetUpAnswers } from '@concord/views';
import { z } from 'zod';
import { inLanguage } from '../query/inputs.ts';
import { query } from '../query/query.ts';

const figure = z.number().nonnegative().max(1e15).optional();
const answer = z.enum(factAnswers).optional();
const countries = z
  .array(z.string().regex(/^[A-Z]{2}$/, 'is no code of a country: two capitals, as in ISO 3166'))
  .max(250)
  .default([]);

const setUpInput = z.strictObject({
  ...inLanguage,
  name: line(200).optional().describe('Name of the organisation'),
  activities: z
    .array(z.string().min(1).max(100))
    .max(100)
    .default([])
    .describe('What is done: ids as `activities list` shows them, or a part of a name that only one has'),
  figures: z
    .strictObject({
      persons: figure.describe('Annual work units'),
      turnover: figure.describe('Annual turnover in euros'),
      balance: figure.describe('Annual balance sheet total in euros'),
      linked: z
        .boolean()
        .optional()
        .describe('Whether it has linked or partner enterprises; not known when left out'),
      groupPersons: figure.describe('Annual work units with them'),
      groupTurnover: figure.describe('Annual turnover with them'),
      groupBalance: figure.describe('Annual balance sheet total with them'),
    })
    .default({})
    .describe('Its size; whatever is left out is not known'),
  designations: z
    .array(id)
    .max(50)
    .default([])
    .describe('What an authority decided or the law says: ids as `designations list` shows them'),
  establishedIn: countries.describe('Countries where it is established, two capitals each'),
  servesIn: countries.describe('Countries where it offers services, two capitals each'),
  scope: z
    .strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      statement: z.string().trim().min(1).max(10_000).optional(),
      whole: z.boolean().optional().describe('It covers the whole organisation, in no other words'),
    })
    .default({})
    .describe('What the programme is to cover; the whole organisation when left out'),
  facts: z
    .strictObject({
      developsSoftware: answer.describe('Whether software is developed or changed, or has others do it'),
      ownPremises: answer.describe('Whether it has premises of its own'),
      remoteWork: answer.describe('Whether anybody works away from them'),
      cloud: answer.describe('Whether it uses cloud services'),
      suppliers: answer.describe('Whether suppliers or service providers take part'),
    })
    .default({})
    .describe('What decides applicability: yes, no or unsure'),
  lead: id.optional().describe('Id of the framework that leads'),
  reference: z.array(id).max(20).default([]).describe('Ids of those that are kept beside it'),
});

/** What an organisation could begin with, before there is one. */
export const setUpQueries = [
  query({
    name: 'set-up propose',
    reach: 'platform',
    method: 'POST',
    path: '/set-up/proposal',
    permission: 'signed-in',
    reader: 'whole',
    timed: false,
    summary:
      'From first answers: which frameworks matter and why, controls to begin with, what of Annex A applies',
    input: setUpInput,
    answer: ({ input }) => proposeSetUp(answersOf(input)),
  }),
];

function answersOf({ figures, scope, ...said }: z.infer<typeof setUpInput>): SetUpAnswers {
  const { persons, turnover, balance, linked, groupPersons, groupTurnover, groupBalance } = figures;
  const group = { persons: groupPersons, turnover: groupTurnover, balance: groupBalance };
  const known = Object.values(group).some((value) => value !== undefined);
  const hasGroup = linked ?? known;
  const linkedUnknown = linked === undefined && !known;
  return {
    ...said,
    alone: { persons, turnover, balance },
    ...(hasGroup ? { group } : {}),
    linkedUnknown,
    statement: scope.statement ?? scope.name,
    coversWhole: scope.whole,
  };
}
