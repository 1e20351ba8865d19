import { id, refuse } from '@concord/programme';
import {
  controlLibrary,
  controlSheet,
  frameworkCoverage,
  nis2Duties,
  statementOfApplicability,
  type ViewAsked,
  whyRequirement,
} from '@concord/views';
import { z } from 'zod';
import {
  inPeriod,
  inScope,
  ofFramework,
  ofRequirement,
  page,
  timed,
  wantedControls,
} from '../../query/inputs.ts';
import { profileFormats, profileNamed, profileReport } from '../../query/profile-report.ts';
import { type Asked, query } from '../../query/query.ts';
import { isReportFormat, reportFormats, reportNames, reports } from '../../query/reports.ts';

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
    summary: 'Statement of Applicability: 93 controls of Annex A, why or why not, and what shows each',
    input: z.strictObject({
      ...timed,
      ...inPeriod,
      ...inScope,
      implementation: implementation.default('three'),
    }),
    answer: (asked) => statementOfApplicability(viewAsked(asked), asked.input.implementation),
  }),
  query({
    ...reading,
    name: 'view csf-profile',
    path: '/views/csf-profile',
    summary: 'CSF 2.0 profile: 106 outcomes, current beside target',
    input: z.strictObject({
      ...timed,
      ...inPeriod,
      ...inScope,
      profile: id.optional().describe('Id of the profile with the targets'),
    }),
    answer: (asked) => profileNamed(viewAsked(asked), asked.ports, asked.input.profile),
  }),
  query({
    ...reading,
    name: 'view nis2-duties',
    path: '/views/nis2-duties',
    summary: 'NIS 2: the 25 duties on entities and management bodies',
    input: z.strictObject({ ...timed, ...inPeriod, ...inScope }),
    answer: (asked) => nis2Duties(viewAsked(asked)),
  }),
  query({
    ...reading,
    name: 'view coverage',
    path: '/views/coverage',
    summary: 'Coverage of any adopted framework',
    input: z.strictObject({ ...timed, ...inPeriod, ...inScope, ...ofFramework }),
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
      report: z.enum([...reportNames, 'csf-profile']).describe('Name of the report'),
      format: z
        .enum([...new Set([...reportFormats, ...profileFormats])])
        .optional()
        .describe('How it is set: as PDF when left out, a profile as the workbook of its publisher'),
      implementation: implementation.optional(),
      profile: id
        .optional()
        .describe('Of csf-profile: id of the profile; the only one there is when left out'),
    }),
    answer: async (asked) => {
      const { report, format = 'pdf', implementation: values, profile } = asked.input;
      if (report === 'csf-profile') {
        if (values)
          return refuse('invalid', 'report.option', {
            report,
            option: 'implementation',
            at: 'implementation',
          });
        return profileReport({
          asked: viewAsked(asked),
          ports: asked.ports,
          profile,
          format: asked.input.format,
        });
      }
      if (profile) return refuse('invalid', 'report.option', { report, option: 'profile', at: 'profile' });
      if (!isReportFormat(format)) {
        const known = reportFormats.join(', ');
        return refuse('refused', 'report.format-unknown', { report, format, known, at: 'format' });
      }
      const view = reports[report].view(viewAsked(asked), values);
      if ('refusal' in view) return view;
      const names = await asked.ports.people([...asked.programme.governance.people.keys()]);
      const people = Object.fromEntries([...names].map(([id, { name }]) => [id, name]));
      return { render: report, view, format, people };
    },
  }),
];

type ViewInput = Readonly<Partial<Record<'scope' | 'on' | 'from' | 'to', string | undefined>>>;

/** A view that looks back on a time is about its last day, unless it says another. */
export function viewAsked(asked: Asked<ViewInput>): ViewAsked {
  const { programme, organisation, head, reader, memory, today, input } = asked;
  const { scope, from, to } = input;
  const on = input.on ?? to ?? asked.on;
  const period = from === undefined && to === undefined ? undefined : { from, to, today };
  return { programme, organisation, on, head, reader, memory, scope, period };
}
