import { boardSummary } from '../board/board-summary.ts';
import { clauseConformity } from '../clause-conformity/clause-conformity.ts';
import { controlDiversity } from '../control-diversity/control-diversity.ts';
import { compareProfiles } from '../csf-profile/compare.ts';
import { csfProfile } from '../csf-profile/csf-profile.ts';
import { csfWorkbook } from '../csf-profile/workbook.ts';
import { dueKinds } from '../due/item.ts';
import { whatIsDue } from '../due/what-is-due.ts';
import type { ViewAsked } from '../envelope.ts';
import { evidenceRegister } from '../evidence/register.ts';
import { frameworkCoverage } from '../framework-coverage.ts';
import { gapAssessment } from '../gap-assessment/gap-assessment.ts';
import { controlBook } from '../library/control-book.ts';
import { controlSheet } from '../library/control-sheet.ts';
import { nis2Compliance } from '../nis2/compliance.ts';
import { nis2Duties } from '../nis2/duties.ts';
import { nis2Classes, tryNis2Class } from '../nis2/entity-class/index.ts';
import { operation } from '../operation/operation.ts';
import { atOnce } from '../pauses/in-parts.ts';
import { relationList, relationSheet } from '../relations/relation-list.ts';
import { statementOfApplicability } from '../statement-of-applicability/statement-of-applicability.ts';
import { transition } from '../transition/transition.ts';
import { whatIf } from '../what-if/what-if.ts';
import { whyRequirement } from '../why/why.ts';
import { csf, iso, nis2, regulation } from './library.ts';

const all = { offset: 0, limit: 10_000 };
const within = { within: 3650, mine: false, kinds: dueKinds, ...all };
const figures = { persons: 60, turnover: undefined, balance: 9e6 };
const tried = {
  activities: ['I.8.1', 'II.1.1'],
  designations: ['dora-exempt'],
  alone: { persons: 30 },
  group: figures,
};
const nothingSupposed = { set: [], lapse: [], exclude: [], reach: [] };

const why = (framework: string, requirement: string) => (asked: ViewAsked) =>
  whyRequirement(asked, { framework, requirement });

/** Every view that says anything in words, of one programme and one question. */
export const spokenViews: Readonly<Record<string, (asked: ViewAsked) => object>> = {
  statement: (asked) => statementOfApplicability(asked),
  statementInTwo: (asked) => statementOfApplicability(asked, 'two'),
  clauses: clauseConformity,
  transition,
  diversity: (asked) => controlDiversity(asked),
  profile: (asked) => csfProfile(asked),
  comparison: (asked) => atOnce(compareProfiles(asked, {})),
  workbook: (asked) => ({ tables: csfWorkbook(asked, undefined, new Map()) }),
  duties: nis2Duties,
  compliance: nis2Compliance,
  annex: (asked) => frameworkCoverage(asked, regulation),
  coverage: (asked) => frameworkCoverage(asked, csf),
  gaps: (asked) => atOnce(gapAssessment(asked)),
  board: (asked) => boardSummary(asked),
  whyControl: why(iso, 'A.5.15'),
  whyJudged: why(iso, 'A.5.16'),
  whyExcluded: why(iso, 'A.8.4'),
  whyWhole: why(csf, 'PR.AA'),
  whyOutcome: why(csf, 'PR.AA-01'),
  whyDuty: why(nis2, '21(2)(i)'),
  supposed: (asked) =>
    whatIf(asked, { ...nothingSupposed, set: ['C-3=works', 'C-1=fails'], exclude: [`${iso}/A.8.5`] }),
  reached: (asked) =>
    asked.reader.sees === 'all'
      ? whatIf(asked, { ...nothingSupposed, reach: [`${csf}:qq profile`, `${iso}:10`] })
      : {},
  classes: (asked) => nis2Classes(asked),
  tried: ({ language }) => tryNis2Class({ ...tried, establishedIn: ['US'], servesIn: [], language }),
  relations: (asked) => relationList(asked, all),
  relation: (asked) => relationSheet(asked, [...asked.programme.controls.relations.keys()][0] ?? ''),
  control: (asked) => controlSheet(asked, 'C-1'),
  library: (asked) => atOnce(controlBook(asked)),
  evidence: (asked) => atOnce(evidenceRegister(asked)),
  due: (asked) => whatIsDue(asked, within),
  operation: (asked) =>
    atOnce(operation({ ...asked, today: asked.on }, { ...all, from: undefined, to: undefined })),
};
