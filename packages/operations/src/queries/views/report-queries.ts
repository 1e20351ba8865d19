import { id, refuse } from '@concord/programme';
import {
  csfProfile,
  csfWorkbook,
  type ExchangeKind,
  exchangeKinds,
  exchanges,
  refuseWhichProfile,
} from '@concord/views';
import { z } from 'zod';
import { everybody } from '../../query/everybody.ts';
import { fileNameOf } from '../../query/file-name.ts';
import { inLanguage, inScope, timed } from '../../query/inputs.ts';
import { type Asked, query } from '../../query/query.ts';
import {
  documentFormats,
  type Report,
  type ReportName,
  refuseChoices,
  refuseLength,
  reportNames,
  reports,
} from '../../query/reports.ts';
import { viewAsked } from '../../query/view-asked.ts';
import { type OscalChoices, oscalDocument } from './oscal-queries.ts';

/** The workbook that the publisher of the CSF has profiles exchanged in: `profiles import` takes in both again. */
const workbookFormats = ['nist-xlsx', 'nist-csv'] as const;

/** A CSV for programmes: its main table alone. */
const rowsFormat = 'rows-csv';

/** Beside those of every report that workbook, and OSCAL. */
const formats = [
  ...documentFormats,
  rowsFormat,
  ...workbookFormats,
  ...exchangeKinds.map((kind) => `oscal-${kind}` as const),
] as const;

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
    restsOn: 'requirements',
    summary: 'A view set as a document',
    input: z.strictObject({
      ...timed,
      ...inScope,
      report: z.enum(reportNames).describe('Name of the report'),
      format: z
        .enum(formats)
        .default('pdf')
        .describe('How it is set; rows-csv is the main table of the CSV alone'),
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
          : {
              render: report,
              view: { tables },
              format: format === 'nist-csv' ? 'csv' : 'xlsx',
              fileName: `${fileNameOf(asked, report)}-nist`,
            };
      }
      const model = modelsOf(report).find((each) => format === `oscal-${each}`);
      if (model) return modelOf(asked, model);
      if (!isDocumentFormat(format)) {
        const known = formatsOf(report).join(', ');
        return refuse('refused', 'report.format-unknown', { report, format, known, at: 'format' });
      }
      const choices = { implementation, profile };
      const view = await reports[report].view(viewAsked(asked), choices, asked.ports.pause);
      if ('refusal' in view) return view;
      const tooLong = refuseLength(report, view, format);
      if (tooLong) return tooLong;
      const people = Object.fromEntries([...names].map(([person, { name }]) => [person, name]));
      return { render: report, view, format, fileName: fileNameOf(asked, report), language, people };
    },
  }),
];

/** What the model cannot tell is not passed over: a choice or a profile that it has no place for is refused. */
function modelOf(asked: ReportAsked, model: ExchangeKind) {
  const { report, implementation, profile } = asked.input;
  if (implementation !== undefined)
    return refuse('invalid', 'report.option', {
      report: `oscal-${model}`,
      option: 'implementation',
      at: 'implementation',
    });
  const several = report === 'csf-profile' ? refuseWhichProfile(viewAsked(asked), profile) : undefined;
  return several ?? oscalDocument(asked, model, modelChoices(asked, model));
}

function modelsOf(report: ReportName): readonly ExchangeKind[] {
  const { models = [] }: Report = reports[report];
  return models;
}

function isDocumentFormat(format: string): format is (typeof documentFormats)[number] | typeof rowsFormat {
  return format === rowsFormat || documentFormats.some((each) => each === format);
}

function formatsOf(report: ReportName): readonly string[] {
  const workbook = report === 'csf-profile' ? workbookFormats : [];
  return [...documentFormats, rowsFormat, ...workbook, ...modelsOf(report).map((each) => `oscal-${each}`)];
}

type ReportAsked = Asked<{
  report: ReportName;
  scope?: string | undefined;
  on?: string | undefined;
  profile?: string | undefined;
  implementation?: string | undefined;
}>;

/** What a report is of, said as the model takes it: a selection and judgements are those of its framework. */
function modelChoices(asked: ReportAsked, model: ExchangeKind): OscalChoices {
  const { report, scope, profile } = asked.input;
  const { framework }: Report = reports[report];
  if (report === 'csf-profile' && model === 'profile') {
    const view = csfProfile(viewAsked(asked), profile);
    const wanted = 'refusal' in view ? profile : view.profile?.id;
    return wanted === undefined ? { framework, scope } : { profile: wanted, scope };
  }
  const takes: readonly string[] = exchanges[model].takes;
  return takes.includes('framework') && framework ? { framework, scope } : { scope };
}

function isWorkbook(report: string, format: string): boolean {
  return report === 'csf-profile' && workbookFormats.some((each) => each === format);
}
