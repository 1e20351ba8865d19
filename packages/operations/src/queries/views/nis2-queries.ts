import { id } from '@concord/programme';
import { nis2Classes, tryNis2Class } from '@concord/views';
import { z } from 'zod';
import { inLanguage, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { spokenTo } from '../../query/view-asked.ts';

const figure = z.number().nonnegative().max(1e15).optional();
const countries = z
  .array(z.string().regex(/^[A-Z]{2}$/, 'is no code of a country: two capitals, as in ISO 3166'))
  .max(250)
  .default([]);

const triedFigures = z.strictObject({
  activities: z
    .array(z.string().min(1).max(100))
    .max(100)
    .default([])
    .describe('What is done: ids as `activities list` shows them, or a part of a name that only one has'),
  persons: figure.describe('Annual work units; not known when left out'),
  turnover: figure.describe('Annual turnover in euros'),
  balance: figure.describe('Annual balance sheet total in euros'),
  groupPersons: figure.describe('Annual work units with linked and partner enterprises'),
  groupTurnover: figure.describe('Annual turnover with linked and partner enterprises'),
  groupBalance: figure.describe('Annual balance sheet total with linked and partner enterprises'),
  designations: z
    .array(id)
    .max(50)
    .default([])
    .describe('What an authority decided or the law says: ids as `designations list` shows them'),
  establishedIn: countries.describe('Countries where it is established, two capitals each'),
  servesIn: countries.describe('Countries where it offers services, two capitals each'),
  ...inLanguage,
});

/** The class of a legal entity under the NIS 2 Directive: of those recorded, and of figures that are only tried. */
export const nis2Queries = [
  query({
    name: 'view nis2-class',
    reach: 'organisation',
    method: 'GET',
    path: '/views/nis2-class',
    permission: 'programme.read',
    reader: 'whole',
    timed: true,
    summary: 'NIS 2: likely class of each legal entity, why, what would decide it and what follows',
    input: z.strictObject({
      ...timed,
      ...inLanguage,
      entity: id.optional().describe('Id of one legal entity; all when left out'),
    }),
    answer: (asked) => nis2Classes(spokenTo(asked), asked.input.entity),
  }),
  query({
    name: 'nis2-class try',
    reach: 'platform',
    method: 'POST',
    path: '/nis2-class',
    permission: 'signed-in',
    reader: 'whole',
    timed: false,
    summary: 'NIS 2: the likely class that figures lead to; nothing is recorded',
    input: triedFigures,
    answer: ({ input }) => tryNis2Class(triedOf(input)),
  }),
];

function triedOf(input: z.infer<typeof triedFigures>) {
  const { groupPersons, groupTurnover, groupBalance, persons, turnover, balance, ...said } = input;
  const group = { persons: groupPersons, turnover: groupTurnover, balance: groupBalance };
  const linked = Object.values(group).some((value) => value !== undefined);
  return { ...said, alone: { persons, turnover, balance }, ...(linked ? { group } : {}) };
}
