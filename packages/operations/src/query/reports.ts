import type { Programme, Refusal } from '@concord/programme';
import { refuse, wholeOrganisation } from '@concord/programme';
import {
  type ImplementationValues,
  type StatementKept,
  statementChanges,
  statementOfApplicability,
  type ViewAsked,
} from '@concord/views';

/** The formats that a report is set in. */
export const reportFormats = ['json', 'csv', 'html', 'pdf'] as const;

export function isReportFormat(format: string): format is (typeof reportFormats)[number] {
  return reportFormats.some((each) => each === format);
}

/** What reports are made of, by the name of the view: the framework, how it is asked for, how two are compared. */
export const reports = {
  'statement-of-applicability': {
    framework: 'iso27001-2022',
    view: (asked: ViewAsked, values?: ImplementationValues) => statementOfApplicability(asked, values),
    changes: (before: object, after: object, nameOf: (person: string) => string) =>
      statementChanges(before as StatementKept, after as StatementKept, nameOf),
  },
} as const;

export type ReportName = keyof typeof reports;
export const reportNames = Object.keys(reports) as [ReportName, ...ReportName[]];

/** A report by its name, as somebody said it. */
export function reportNamed(name: string): (typeof reports)[ReportName] | { refusal: Refusal } {
  const known = reportNames.find((each) => each === name);
  if (known) return reports[known];
  return refuse('missing', 'report.unknown', { report: name, known: reportNames.join(', '), at: 'report' });
}

/** The scope that a report is about when none is named: that of the adoption of its framework. */
export function scopeOfReport({ governance }: Programme, { framework }: { framework: string }): string {
  return governance.adoptions.get(framework)?.scope ?? wholeOrganisation;
}
