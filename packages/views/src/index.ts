export { type RestsOn, workedBefore } from './ahead/worked-before.ts';
export type { AskedOfBoard } from './board/asked-of.ts';
export { type BoardSummary, beforeBoard, boardSummary } from './board/board-summary.ts';
export { clauseChanges } from './changes/clause-changes.ts';
export { evidenceChanges } from './changes/evidence-changes.ts';
export { libraryChanges } from './changes/library-changes.ts';
export { profileChanges } from './changes/profile-changes.ts';
export { type PlaceShown, type ReportChanges, titlesOf } from './changes/report-changes.ts';
export { boardChanges, nis2Changes } from './changes/summary-changes.ts';
export { type ClauseConformity, clauseConformity } from './clause-conformity/clause-conformity.ts';
export { type ControlDiversity, controlDiversity } from './control-diversity/control-diversity.ts';
export { type ControlTable, controlRecords, type WrittenTable, writtenTables } from './control-table.ts';
export { newMemory, type ViewMemory } from './coverage/memory.ts';
export { type ComparisonAsked, compareProfiles, type ProfileComparison } from './csf-profile/compare.ts';
export {
  type CsfProfile,
  csfProfile,
  type ProfileGroup,
  refuseWhichProfile,
} from './csf-profile/csf-profile.ts';
export type { ProfileRow } from './csf-profile/row.ts';
export { csfWorkbook } from './csf-profile/workbook.ts';
export { dueKinds } from './due/item.ts';
export { type DueRow, type WhatIsDue, whatIsDue } from './due/what-is-due.ts';
export { type Envelope, type Ground, groundOf, type ViewAsked } from './envelope.ts';
export { type KeptFile, keptFiles } from './evidence/kept-files.ts';
export { type EvidenceLapses, evidenceLapses, type LapseRow } from './evidence/lapses.ts';
export { type EvidenceList, evidenceList, pieceStandings } from './evidence/list.ts';
export { evidencePeriods, type Periods } from './evidence/periods.ts';
export { type EvidenceRegister, evidenceRegister, type RegisterPiece } from './evidence/register.ts';
export {
  type ActionsExchange,
  type AssessmentExchanged,
  type ClaimExchanged,
  type ControlExchanged,
  type EvidenceExchanged,
  type Exchange,
  type ExchangeAsked,
  type ExchangeChoices,
  type ExchangeHead,
  type ExchangeKind,
  exchangeKinds,
  exchanges,
  type FrameworkExchange,
  type FrameworkNamed,
  type JudgementExchanged,
  type JudgementsExchange,
  type LibraryExchange,
  type MapExchanged,
  type MappingExchange,
  type MappingExchanged,
  type ScopeNamed,
  type SelectionExchange,
  type StatementExchange,
} from './exchange/index.ts';
export { type About, aboutRecords } from './find/about.ts';
export { type FoundKind, type FoundRow, foundKinds } from './find/entry.ts';
export { type Found, find } from './find/find.ts';
export { type FrameworkCoverage, frameworkCoverage } from './framework-coverage.ts';
export {
  assessedFrameworks,
  type GapAssessment,
  gapAssessment,
  gapChanges,
} from './gap-assessment/gap-assessment.ts';
export { dueAgain, stateAgain, titleAgain } from './language/again.ts';
export { dateIn } from './language/date.ts';
export { type BookClaim, type BookRow, type ControlBook, controlBook } from './library/control-book.ts';
export {
  controlLibrary,
  type Library,
  type LibraryAsked,
  type LibraryFilter,
  type LibraryRow,
} from './library/control-library.ts';
export { type ControlSheet, controlSheet } from './library/control-sheet.ts';
export { freshnesses, sortings } from './library/dimension.ts';
export type { Facets } from './library/search.ts';
export { type Nis2Compliance, nis2Compliance } from './nis2/compliance.ts';
export { type Nis2Duties, nis2Duties } from './nis2/duties.ts';
export {
  type ClassTried,
  type EntityClassFound,
  type Nis2Classes,
  nis2Classes,
  tryNis2Class,
} from './nis2/entity-class/index.ts';
export { type Operation, type OperationRow, operation } from './operation/operation.ts';
export { atOnce, type InParts, withPauses } from './pauses/in-parts.ts';
export { type HintedRow, maySee, type Reader, seesAll } from './reader.ts';
export {
  actionList,
  actionSheet,
  actionStatuses,
  documentList,
  documentSheet,
  documentStatuses,
  entityList,
  entitySheet,
  issueList,
  issueSheet,
  obligationList,
  obligationSheet,
  partyList,
  partySheet,
  scopeList,
  standings,
  subjectAsked,
} from './registers/index.ts';
export {
  type RelationList,
  type RelationRow,
  type RelationSheet,
  relationList,
  relationSheet,
} from './relations/relation-list.ts';
export { factAnswers, type SetUpAnswers, setUpFacts } from './set-up/answers.ts';
export { proposeSetUp, type SetUpProposal, type SetUpStep } from './set-up/propose.ts';
export { type Change, type ReadAloud, valueInWords } from './statement-of-applicability/changes/change.ts';
export { type StatementKept, statementChanges } from './statement-of-applicability/changes/changes.ts';
export type { ChangesTold } from './statement-of-applicability/changes/paired.ts';
export type { Finding } from './statement-of-applicability/checks/finding.ts';
export type { FurtherRow } from './statement-of-applicability/rows/further.ts';
export type { ApplicabilityRow, ImplementationValues } from './statement-of-applicability/rows/row.ts';
export {
  type StatementOfApplicability,
  statementOfApplicability,
} from './statement-of-applicability/statement-of-applicability.ts';
export { type Flat, type FlatColumn, type FlatTable, type FlatType, flatTables } from './tables/index.ts';
export { type Transition, transition } from './transition/transition.ts';
export { steps as trendSteps } from './trend/days.ts';
export { asKnown, type Trend, trend } from './trend/trend.ts';
export { supposedStates } from './what-if/hypothesis/change.ts';
export { type WhatIf, whatIf, whatIfInParts } from './what-if/what-if.ts';
export { type Why, whyRequirement } from './why/why.ts';
