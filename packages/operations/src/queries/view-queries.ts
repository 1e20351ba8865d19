import { id } from '@concord/programme';
import {
  controlLibrary,
  controlSheet,
  csfProfile,
  frameworkCoverage,
  nis2Duties,
  statementOfApplicability,
  type ViewAsked,
  whyRequirement,
} from '@concord/views';
import { z } from 'zod';
import { inScope, ofFramework, ofRequirement, page, timed, wantedControls } from '../query/inputs.ts';
import { type Asked, query } from '../query/query.ts';

const reading = {
  reach: 'organisation',
  method: 'GET',
  permission: 'own.read',
  reader: 'masked',
  timed: true,
} as const;

/** Reports and how each is made; `report` takes the same names as `view`. */
const reportFormats = ['json', 'csv', 'html', 'pdf'] as const;
export const reports = {
  'statement-of-applicability': (asked: ViewAsked) => statementOfApplicability(asked),
};

/** What the programme looks like to a reader, on a day, as known at a position. */
export const viewQueries = [
  query({
    ...reading,
    name: 'view statement-of-applicability',
    path: '/views/statement-of-applicability',
    summary: 'Statement of Applicability: 93 controls of Annex A, why or why not, and what shows each',
    input: z.strictObject({ ...timed, ...inScope }),
    answer: (asked) => statementOfApplicability(viewAsked(asked)),
  }),
  query({
    ...reading,
    name: 'view csf-profile',
    path: '/views/csf-profile',
    summary: 'CSF 2.0 profile: 106 outcomes, current beside target',
    input: z.strictObject({
      ...timed,
      ...inScope,
      profile: id.optional().describe('Id of the profile with the targets'),
    }),
    answer: (asked) => csfProfile(viewAsked(asked), asked.input.profile),
  }),
  query({
    ...reading,
    name: 'view nis2-duties',
    path: '/views/nis2-duties',
    summary: 'NIS 2: the 25 duties on entities and management bodies',
    input: z.strictObject({ ...timed, ...inScope }),
    answer: (asked) => nis2Duties(viewAsked(asked)),
  }),
  query({
    ...reading,
    name: 'view coverage',
    path: '/views/coverage',
    summary: 'Coverage of any adopted framework',
    input: z.strictObject({ ...timed, ...inScope, ...ofFramework }),
    answer: (asked) => frameworkCoverage(viewAsked(asked), asked.input.framework),
  }),
  query({
    ...reading,
    name: 'why',
    path: '/why/{framework}/{requirement}',
    summary: 'Why a requirement stands where it stands: claims, controls, evidence, judgements, hints',
    input: z.strictObject({ ...timed, ...inScope, ...ofRequirement }),
    answer: (asked) => whyRequirement(viewAsked(asked), asked.input),
  }),
  query({
    ...reading,
    name: 'controls list',
    path: '/controls',
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
    input: z.strictObject({ ...timed, control: id.describe('Code or id of the control') }),
    answer: (asked) => controlSheet(asked, asked.input.control),
  }),
  query({
    ...reading,
    name: 'report',
    path: '/reports/{report}',
    permission: 'programme.read',
    reader: 'whole',
    summary: 'A view set as a document',
    input: z.strictObject({
      ...timed,
      ...inScope,
      report: z.enum(Object.keys(reports) as [keyof typeof reports]).describe('Name of the report'),
      format: z.enum(reportFormats).default('pdf').describe('How it is set'),
    }),
    answer: (asked) => {
      const { report, format } = asked.input;
      const view = reports[report](viewAsked(asked));
      return 'refusal' in view ? view : { render: report, view, format };
    },
  }),
];

function viewAsked(asked: Asked<{ scope?: string | undefined }>): ViewAsked {
  const { programme, organisation, on, head, reader, memory, input } = asked;
  return { programme, organisation, on, head, reader, memory, scope: input.scope };
}
