import { id } from '@concord/programme';
import {
  controlLibrary,
  controlSheet,
  frameworkCoverage,
  nis2Duties,
  statementOfApplicability,
  whyRequirement,
} from '@concord/views';
import { z } from 'zod';
import {
  inLanguage,
  inPeriod,
  inScope,
  ofFramework,
  ofRequirement,
  page,
  timed,
  wantedControls,
} from '../../query/inputs.ts';
import { profileNamed } from '../../query/profile-named.ts';
import { query } from '../../query/query.ts';
import { spokenTo, viewAsked } from '../../query/view-asked.ts';
import { whyWithAuthors } from './authors.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'own.read',
  reader: 'masked',
  timed: true,
} as const;

const implementation = z
  .enum(['two', 'three'])
  .describe('In how many values it says whether a control is in place: yes and no, or partly too');

/** What the programme looks like to a reader, on a day, as known at a position. */
export const viewQueries = [
  query({
    ...reading,
    name: 'view statement-of-applicability',
    path: '/views/statement-of-applicability',
    restsOn: 'requirements',
    summary: 'Statement of Applicability: 93 controls of Annex A, why or why not, and what shows each',
    input: z.strictObject({
      ...timed,
      ...inPeriod,
      ...inScope,
      ...inLanguage,
      implementation: implementation.default('three'),
    }),
    answer: (asked) => statementOfApplicability(viewAsked(asked), asked.input.implementation),
  }),
  query({
    ...reading,
    name: 'view csf-profile',
    path: '/views/csf-profile',
    restsOn: 'requirements',
    summary: 'CSF 2.0 profile: 106 outcomes, current beside target',
    input: z.strictObject({
      ...timed,
      ...inPeriod,
      ...inScope,
      ...inLanguage,
      profile: id.optional().describe('Id of the profile with the targets'),
    }),
    answer: (asked) => profileNamed(viewAsked(asked), asked.ports, asked.input.profile),
  }),
  query({
    ...reading,
    name: 'view nis2-duties',
    path: '/views/nis2-duties',
    restsOn: 'requirements',
    summary: 'NIS 2: the 25 duties on entities and management bodies',
    input: z.strictObject({ ...timed, ...inPeriod, ...inScope, ...inLanguage }),
    answer: (asked) => nis2Duties(viewAsked(asked)),
  }),
  query({
    ...reading,
    name: 'view coverage',
    path: '/views/coverage',
    restsOn: 'requirements',
    summary: 'Coverage of any adopted framework',
    input: z.strictObject({ ...timed, ...inPeriod, ...inScope, ...inLanguage, ...ofFramework }),
    answer: (asked) => frameworkCoverage(viewAsked(asked), asked.input.framework),
  }),
  query({
    ...reading,
    name: 'why',
    path: '/why/{framework}/{requirement}',
    restsOn: 'requirements',
    summary: 'Why a requirement stands where it stands: claims, controls, evidence, judgements, hints',
    input: z.strictObject({ ...timed, ...inScope, ...inLanguage, ...ofRequirement }),
    answer: (asked) => whyWithAuthors(asked.ports, whyRequirement(viewAsked(asked), asked.input)),
  }),
  query({
    ...reading,
    name: 'controls list',
    path: '/controls',
    restsOn: 'controls',
    summary: 'The control library: filtered, sorted and counted',
    input: z.strictObject({
      ...timed,
      ...page,
      ...wantedControls,
    }),
    answer: (asked) => controlLibrary(asked, asked.input),
  }),
  query({
    ...reading,
    name: 'controls show',
    path: '/controls/{control}',
    summary: 'One control with its claims and evidence',
    input: z.strictObject({ ...timed, ...inLanguage, control: id.describe('Code or id of the control') }),
    answer: (asked) => controlSheet(spokenTo(asked), asked.input.control),
  }),
];
