export { controlLibrary, type Library, type LibraryFilter } from './control-library.ts';
export { type ControlSheet, controlSheet } from './control-sheet.ts';
export { newMemory, type ViewMemory } from './coverage/memory.ts';
export { type CsfProfile, csfProfile } from './csf-profile.ts';
export type { Envelope, ViewAsked } from './envelope.ts';
export { type FrameworkCoverage, frameworkCoverage } from './framework-coverage.ts';
export { type Nis2Duties, nis2Duties } from './nis2-duties.ts';
export { type HintedRow, maySee, type Reader, seesAll } from './reader.ts';
export {
  type ApplicabilityRow,
  type StatementOfApplicability,
  statementOfApplicability,
} from './statement-of-applicability.ts';
export { type Why, whyRequirement } from './why/why.ts';
