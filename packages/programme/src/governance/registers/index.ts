export { type Action, actionPriorities, type Subject, subjectKinds } from './action.ts';
export type { OpenCalendar } from './calendar.ts';
export { type Changes, changed, changesOf, recordReviewed, twinOf, updated } from './change.ts';
export {
  type ContextIssue,
  type InterestedParty,
  type Obligation,
  obligationKinds,
  partyKinds,
  type RequirementNamed,
  type ScopeFacts,
  type ScopeStatement,
} from './context.ts';
export {
  type Documented,
  documentOn,
  type NeedNamed,
  type StoredFile,
  standingFrom,
} from './documented.ts';
export { dayReached, ending, recordRemoved, removalEvolver } from './ending.ts';
export type { LegalEntity, PeriodFigures, SizeFigures } from './entity.ts';
export { type Publication, publicationFormats } from './publication.ts';
export { register, type Said } from './register.ts';
export { emptyRegisters, type Registers } from './registers.ts';
export { type Back, type Undoing, type WayBack, wayBackOf } from './way-back.ts';
