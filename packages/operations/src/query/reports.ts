import type { Programme, Refusal } from '@concord/programme';
import { refuse, wholeOrganisation } from '@concord/programme';
import {
  beforeBoard,
  boardChanges,
  boardSummary,
  type ChangesTold,
  clauseChanges,
  clauseConformity,
  controlBook,
  csfProfile,
  type ExchangeKind,
  evidenceChanges,
  evidenceRegister,
  gapAssessment,
  gapChanges,
  type ImplementationValues,
  libraryChanges,
  nis2Changes,
  nis2Compliance,
  profileChanges,
  type ReadAloud,
  refuseWhichProfile,
  type StatementKept,
  statementChanges,
  statementOfApplicability,
  type ViewAsked,
  withPauses,
} from '@concord/views';
import type { Ports } from './ports.ts';

/** The formats that every report is set in. */
export const documentFormats = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;

/** How the name of a file in a format ends: `rows-csv` is a CSV, `nist-xlsx` a workbook; what is said in OSCAL is JSON. */
export function endingOf(format: string): string {
  return format.startsWith('oscal-') ? 'json' : (format.split('-').at(-1) ?? format);
}

/** What one may decide about a report beside its scope and its day; which of it a report takes, it says. */
export interface ReportChoices {
  readonly implementation?: ImplementationValues | undefined;
  readonly profile?: string | undefined;
}

type ViewOfReport = object | { refusal: Refusal };

export interface Report {
  /** Framework whose adoption gives the scope where none is named; the whole organisation where there is none. */
  readonly framework?: string;
  /** Where no scope is named, each framework that it reads is read in the scope of its own adoption. */
  readonly manyScopes?: true;
  readonly takes: readonly (keyof ReportChoices)[];
  /** OSCAL models that say the same for machines; as formats they are called `oscal-…`. */
  readonly models?: readonly ExchangeKind[];
  /** What takes long is worked out in parts, with a pause between two of them. */
  readonly view: (
    asked: ViewAsked,
    choices: ReportChoices,
    pause: Ports['pause'],
  ) => ViewOfReport | Promise<ViewOfReport>;
  readonly changes: (before: object, after: object, by: ReadAloud) => ChangesTold;
}

/** What reports are made of, by their names. `reports` of the package of that name has what is written of each. */
export const reports = {
  'statement-of-applicability': {
    framework: 'iso27001-2022',
    takes: ['implementation'],
    models: ['ssp', 'profile'],
    view: (asked, { implementation }) => statementOfApplicability(asked, implementation),
    changes: (before, after, by) => statementChanges(before as StatementKept, after as StatementKept, by),
  },
  'csf-profile': {
    framework: 'nist-csf-2.0',
    takes: ['profile'],
    models: ['profile', 'assessment-results'],
    view: (asked, { profile }) => refuseWhichProfile(asked, profile) ?? csfProfile(asked, profile),
    changes: profileChanges,
  },
  'nis2-compliance': {
    framework: 'nis2-directive',
    manyScopes: true,
    takes: [],
    models: ['assessment-results'],
    view: (asked) => nis2Compliance(asked),
    changes: nis2Changes,
  },
  'gap-assessment': {
    manyScopes: true,
    takes: [],
    models: ['poam'],
    view: (asked, _choices, pause) => withPauses(gapAssessment(asked), pause),
    changes: gapChanges,
  },
  'board-summary': {
    framework: 'nist-csf-2.0',
    takes: ['profile'],
    view: async (asked, { profile }, pause) => {
      await withPauses(beforeBoard(asked), pause);
      return refuseWhichProfile(asked, profile) ?? boardSummary(asked, profile);
    },
    changes: boardChanges,
  },
  'clause-conformity': {
    framework: 'iso27001-2022',
    takes: [],
    models: ['assessment-results'],
    view: (asked) => clauseConformity(asked),
    changes: clauseChanges,
  },
  'control-library': {
    takes: [],
    models: ['component-definition', 'catalog'],
    view: (asked, _choices, pause) => withPauses(controlBook(asked), pause),
    changes: libraryChanges,
  },
  'evidence-register': {
    takes: [],
    view: (asked, _choices, pause) => withPauses(evidenceRegister(asked), pause),
    changes: evidenceChanges,
  },
} as const satisfies Readonly<Record<string, Report>>;

export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as [ReportName, ...ReportName[]];

/** A report by its name, as somebody said it. */
export function reportNamed(name: string): Report | { refusal: Refusal } {
  const known = reportNames.find((each) => each === name);
  if (known) return reports[known];
  return refuse('missing', 'report.unknown', { report: name, known: reportNames.join(', '), at: 'report' });
}

/** A choice that the report does not have is refused: nothing that is said is passed over. */
export function refuseChoices(name: string, { takes }: Report, choices: ReportChoices) {
  const said = Object.entries(choices).filter(([, value]) => value !== undefined);
  const [option] = said.find(([choice]) => !takes.some((each) => each === choice)) ?? [];
  return option === undefined
    ? undefined
    : refuse('invalid', 'report.option', { report: name, option, at: option });
}

/**
 * A thousand controls took 10 s and 600 MB to set as PDF on two quiet cores, and one document is given a minute; 3,000 took
 * longer on busy ones. A text document is held whole while it is written: 5,000 pieces of evidence took half a gigabyte.
 */
const mostRows: Readonly<Record<string, number>> = { pdf: 2000, docx: 2000 };

/** A list too long for a document of pages is refused before it is set; as a workbook, as CSV or as a page of the web it can be had. */
export function refuseLength(report: string, view: object, format: string) {
  const rows = 'rows' in view && Array.isArray(view.rows) ? view.rows.length : 0;
  const most = mostRows[format];
  if (most === undefined || rows <= most) return undefined;
  const others = documentFormats.filter((each) => rows <= (mostRows[each] ?? rows)).join(', ');
  const params = { report, format: format.toUpperCase(), rows, most, others, at: 'format' };
  return refuse('refused', 'report.too-long', params);
}

/** The scope that a report is about when none is named: that of the adoption of its framework. */
export function scopeOfReport({ governance }: Programme, { framework }: Pick<Report, 'framework'>): string {
  const adopted = framework === undefined ? undefined : governance.adoptions.get(framework);
  return adopted?.scope ?? wholeOrganisation;
}
