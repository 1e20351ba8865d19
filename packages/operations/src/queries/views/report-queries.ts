import { id, refuse } from '@concord/programme';
import { csfWorkbook } from '@concord/views';
import { z } from 'zod';
import { everybody } from '../../query/everybody.ts';
import { inLanguage, inScope, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { documentFormats, refuseChoices, refuseLength, reportNames, reports } from '../../query/reports.ts';
import { viewAsked } from '../../query/view-asked.ts';

/** Beside those of every report: the workbook that the publisher of the CSF has profiles exchanged in. */
const formats = [...documentFormats, 'nist-xlsx'] as const;

/** A view on paper. */
export const reportQueries = [
  query({
    reach: 'organisation',
    method: 'GET',
    permission: 'programme.read',
    reader: 'whole',
    timed: true,
    name: 'report',
    path: '/reports/{report}',
    summary: 'A view set as a document',
    input: z.strictObject({
      ...timed,
      ...inScope,
      report: z.enum(reportNames).describe('Name of the report'),
      format: z.enum(formats).default('pdf').describe('How it is set'),
      ...inLanguage,
      implementation: z
        .enum(['two', 'three'])
        .optional()
        .describe(
          'Of the Statement of Applicability: in how many values it says whether a control is in place',
        ),
      profile: id
        .optional()
        .describe('Of csf-profile: id of the profile; the only one there is when left out'),
    }),
    answer: async (asked) => {
      const { report, format, language, implementation, profile } = asked.input;
      const chosen = refuseChoices(report, reports[report], { implementation, profile });
      if (chosen) return chosen;
      const names = await everybody(asked);
      if (isWorkbook(report, format)) {
        const tables = csfWorkbook(viewAsked(asked), profile, names);
        return 'refusal' in tables
          ? tables
          : { render: report, view: { tables }, format: format === 'csv' ? 'csv' : 'xlsx' };
      }
      if (format === 'nist-xlsx') {
        const known = documentFormats.join(', ');
        return refuse('refused', 'report.format-unknown', { report, format, known, at: 'format' });
      }
      const choices = { implementation, profile };
      const view = await reports[report].view(viewAsked(asked), choices, asked.ports.pause);
      if ('refusal' in view) return view;
      const tooLong = refuseLength(report, view, format);
      if (tooLong) return tooLong;
      const people = Object.fromEntries([...names].map(([person, { name }]) => [person, name]));
      return { render: report, view, format, language, people };
    },
  }),
];

/** `profiles import` takes in both again; as CSV a profile has the columns of that workbook too. */
function isWorkbook(report: string, format: string): boolean {
  return report === 'csf-profile' && (format === 'nist-xlsx' || format === 'csv');
}
