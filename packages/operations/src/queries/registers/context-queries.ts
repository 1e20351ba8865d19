import { id, obligationKinds, partyKinds } from '@concord/programme';
import {
  issueList,
  issueSheet,
  obligationList,
  obligationSheet,
  partyList,
  partySheet,
  scopeList,
} from '@concord/views';
import { z } from 'zod';
import { timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { withName, withNames } from './names.ts';
import { listed, reading, state } from './reading.ts';

/** Clause 4: who asks what, what bears on the programme, and what it covers. */
export const contextQueries = [
  query({
    ...reading,
    name: 'obligations list',
    path: '/obligations',
    summary: 'What law, authorities and contracts ask for',
    input: z.strictObject({
      ...listed,
      kind: z.enum(obligationKinds).optional().describe('Who asks'),
      state,
      scope: id.optional().describe('Scope in which it holds'),
      framework: id.optional().describe('Id of the framework'),
      requirement: id.optional().describe('Id of a requirement that it calls for'),
    }),
    answer: async (asked) => withNames(asked, obligationList(asked, asked.input)),
  }),
  query({
    ...reading,
    name: 'obligations show',
    path: '/obligations/{obligation}',
    summary: 'One obligation, with the actions on it',
    input: z.strictObject({ ...timed, obligation: id.describe('Id of the obligation') }),
    answer: async (asked) => withName(asked, obligationSheet(asked, asked.input.obligation)),
  }),
  query({
    ...reading,
    name: 'parties list',
    path: '/parties',
    summary: 'The interested parties and what they ask',
    input: z.strictObject({
      ...listed,
      kind: z.enum(partyKinds).optional().describe('What it is to the organisation'),
      state,
    }),
    answer: async (asked) => withNames(asked, partyList(asked, asked.input)),
  }),
  query({
    ...reading,
    name: 'parties show',
    path: '/parties/{party}',
    summary: 'One interested party, with what is owed to it and the actions on it',
    input: z.strictObject({ ...timed, party: id.describe('Id of the interested party') }),
    answer: async (asked) => withName(asked, partySheet(asked, asked.input.party)),
  }),
  query({
    ...reading,
    name: 'issues list',
    path: '/issues',
    summary: 'The issues of the context, inside and outside the organisation',
    input: z.strictObject({
      ...listed,
      kind: z.enum(['internal', 'external']).optional().describe('Where it lies'),
      state,
    }),
    answer: async (asked) => withNames(asked, issueList(asked, asked.input)),
  }),
  query({
    ...reading,
    name: 'issues show',
    path: '/issues/{issue}',
    summary: 'One issue of the context, with the actions on it',
    input: z.strictObject({ ...timed, issue: id.describe('Id of the issue') }),
    answer: async (asked) => withName(asked, issueSheet(asked, asked.input.issue)),
  }),
  query({
    ...reading,
    name: 'scopes list',
    path: '/scopes',
    summary: 'The scopes, each with what was stated of it',
    input: z.strictObject({ ...timed }),
    answer: async (asked) => withNames(asked, scopeList(asked)),
  }),
];
