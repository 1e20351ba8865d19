import type { AnswerOf } from '@concord/operations/client';

export type Statement = AnswerOf<'view statement-of-applicability'>;
export type AnnexRow = Statement['rows'][number];
export type OwnRow = Statement['further'][number];
export type Finding = Statement['checks'][number];
export type Reason = AnnexRow['reasons'][number];
export type Answer = 'yes' | 'no' | 'undecided';

type Decided = Pick<
  AnnexRow,
  | 'reasons'
  | 'exclusionReason'
  | 'owner'
  | 'reviewOn'
  | 'decidedOn'
  | 'revision'
  | 'implemented'
  | 'obligations'
  | 'actions'
>;

/** A line of the statement: a control that Annex A lists, or one of our own. */
export interface Line extends Decided {
  /** What it is called in the address and in findings: `A.8.11`, or the code of a control. */
  readonly key: string;
  /** Id of the requirement, or of the control. */
  readonly id: string;
  readonly title: string;
  /** Id of its theme; `own` for our own. */
  readonly theme: string;
  readonly themeTitle: string;
  readonly isOwn: boolean;
  readonly answer: Answer;
  /** Scope of the decision, of our own controls. */
  readonly scope?: string;
  /** How the requirement stands by what shows it. */
  readonly proof?: Pick<AnnexRow, 'mark' | 'word'>;
  /** Controls of ours behind it that the reader sees. */
  readonly controls: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly findings: readonly Finding[];
}

const answers = { applicable: 'yes', excluded: 'no', undecided: 'undecided' } as const;

/** The statement as lines in its order, each with what the checks say of it. */
export function linesOf({ rows, further, checks }: Statement): readonly Line[] {
  const findings = new Map<string, Finding[]>();
  for (const finding of checks)
    findings.set(finding.row, [...(findings.get(finding.row) ?? []), finding].sort(errorsFirst));
  const listed = rows.map((row) => lineOfRow(row, findings.get(row.id) ?? []));
  return [...listed, ...further.map((row) => lineOfOwn(row, findings.get(row.code) ?? []))];
}

function errorsFirst(one: Finding, other: Finding): number {
  return one.severity === other.severity ? 0 : one.severity === 'E' ? -1 : 1;
}

function lineOfRow(row: AnnexRow, findings: readonly Finding[]): Line {
  return {
    ...decidedOf(row),
    key: row.id,
    id: row.id,
    title: row.title,
    theme: row.group,
    themeTitle: row.groupTitle,
    isOwn: false,
    answer: answers[row.applicability],
    proof: { mark: row.mark, word: row.word },
    controls: row.controls,
    findings,
  };
}

function lineOfOwn(row: OwnRow, findings: readonly Finding[]): Line {
  const { id, code, title, scope } = row;
  return {
    ...decidedOf(row),
    key: code,
    id,
    title,
    theme: 'own',
    themeTitle: '',
    isOwn: true,
    answer: 'yes',
    scope,
    controls: [{ id, code, name: title }],
    findings,
  };
}

function decidedOf(row: Decided): Decided {
  const { reasons, exclusionReason, owner, reviewOn, decidedOn, revision, implemented } = row;
  const { obligations, actions } = row;
  return {
    reasons,
    exclusionReason,
    owner,
    reviewOn,
    decidedOn,
    revision,
    implemented,
    obligations,
    actions,
  };
}

/** Of what Annex A lists, as the document counts it; our own stand apart. */
export interface Counts {
  readonly rows: number;
  /** Our own necessary controls beside them. */
  readonly own: number;
  readonly yes: number;
  readonly no: number;
  readonly undecided: number;
  /** Of those that are necessary. */
  readonly inPlace: Readonly<Record<Line['implemented'], number>>;
}

/** What stands above the statement in figures. */
export function countLines(lines: readonly Line[]): Counts {
  const listed = lines.filter(({ isOwn }) => !isOwn);
  const of = (answer: Answer) => listed.filter((line) => line.answer === answer);
  const needed = of('yes');
  const how = (implemented: Line['implemented']) =>
    needed.filter((line) => line.implemented === implemented).length;
  return {
    rows: listed.length,
    own: lines.length - listed.length,
    yes: needed.length,
    no: of('no').length,
    undecided: of('undecided').length,
    inPlace: { yes: how('yes'), partly: how('partly'), no: how('no') },
  };
}
