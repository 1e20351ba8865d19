import { clauseConformity, controlDiversity, transition } from '@concord/views';
import { z } from 'zod';
import { inLanguage, inPeriod, inScope, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { viewAsked } from '../../query/view-asked.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'own.read',
  reader: 'masked',
  timed: true,
  restsOn: 'requirements',
} as const;

/** ISO/IEC 27001 beyond its Annex A: the clauses, what became of the edition of 2013, and the spread of controls. */
export const conformityQueries = [
  query({
    ...reading,
    name: 'view clause-conformity',
    path: '/views/clause-conformity',
    summary: 'ISO/IEC 27001: 30 clauses with their items, the documents each needs, and what is missing',
    input: z.strictObject({ ...timed, ...inPeriod, ...inScope, ...inLanguage }),
    answer: (asked) => clauseConformity(viewAsked(asked)),
  }),
  query({
    ...reading,
    name: 'view transition',
    path: '/views/transition',
    summary: 'Annex A of 2013 to 2022: what became of each control, the 11 new ones, what is left to do',
    input: z.strictObject({ ...timed, ...inScope, ...inLanguage }),
    answer: (asked) => transition(viewAsked(asked)),
  }),
  query({
    ...reading,
    name: 'view control-diversity',
    path: '/views/control-diversity',
    summary:
      'Controls by the five attributes of ISO/IEC 27002: what works, and what rests on one control only',
    input: z.strictObject({ ...timed, ...inScope, ...inLanguage }),
    answer: (asked) => controlDiversity(viewAsked(asked)),
  }),
];
