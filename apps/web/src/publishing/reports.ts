/** What one may choose of a report beside its language and the day. */
export interface ReportChoices {
  readonly scope?: string | undefined;
  readonly profile?: string | undefined;
  readonly language?: string | undefined;
  readonly implementation?: string | undefined;
}

export type ReportName =
  | 'statement-of-applicability'
  | 'csf-profile'
  | 'nis2-compliance'
  | 'gap-assessment'
  | 'clause-conformity'
  | 'control-library'
  | 'evidence-register'
  | 'board-summary';

interface ReportAbout {
  readonly name: ReportName;
  readonly takes: readonly ('profile' | 'implementation')[];
  /** Formats beside those of every report. */
  readonly formats: readonly string[];
}

/** Every report, as the board and auditors ask for them. */
export const reports: readonly ReportAbout[] = [
  { name: 'statement-of-applicability', takes: ['implementation'], formats: ['oscal-ssp', 'oscal-profile'] },
  {
    name: 'csf-profile',
    takes: ['profile'],
    formats: ['nist-xlsx', 'oscal-profile', 'oscal-assessment-results'],
  },
  { name: 'nis2-compliance', takes: [], formats: ['oscal-assessment-results'] },
  { name: 'gap-assessment', takes: [], formats: ['oscal-poam'] },
  { name: 'clause-conformity', takes: [], formats: ['oscal-assessment-results'] },
  { name: 'control-library', takes: [], formats: ['oscal-component-definition', 'oscal-catalog'] },
  { name: 'evidence-register', takes: [], formats: [] },
  { name: 'board-summary', takes: ['profile'], formats: [] },
];

/** The formats that every report is had in. */
export const formatsOfAll = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;

/** A report by the name in an address; the statement where nothing fits. */
export function reportNamed(name: string | undefined): ReportAbout {
  return reports.find((each) => each.name === name) ?? (reports[0] as ReportAbout);
}

export function formatsOf(name: ReportName): readonly string[] {
  return [...formatsOfAll, ...reportNamed(name).formats];
}

/** Only what the report takes: a choice that it does not have would be refused. */
export function choicesOf(name: ReportName, { scope, profile, language, implementation }: ReportChoices) {
  const { takes } = reportNamed(name);
  return {
    report: name,
    ...(scope ? { scope } : {}),
    ...(language ? { language } : {}),
    ...(profile && takes.includes('profile') ? { profile } : {}),
    ...(implementation && takes.includes('implementation') ? { implementation } : {}),
  };
}
