export { type ControlTable, controlRecords, type WrittenTable, writtenTables } from './control-table.ts';
export { newMemory, type ViewMemory } from './coverage/memory.ts';
export { type CsfProfile, csfProfile } from './csf-profile.ts';
export type { Envelope, ViewAsked } from './envelope.ts';
export { type EvidenceLapses, evidenceLapses, type LapseRow } from './evidence/lapses.ts';
export { type EvidenceList, evidenceList, pieceStandings } from './evidence/list.ts';
export { evidencePeriods, type Periods } from './evidence/periods.ts';
export { type FrameworkCoverage, frameworkCoverage } from './framework-coverage.ts';
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
export { type Nis2Duties, nis2Duties } from './nis2-duties.ts';
export { type HintedRow, maySee, type Reader, seesAll } from './reader.ts';
export {
  type ApplicabilityRow,
  type StatementOfApplicability,
  statementOfApplicability,
} from './statement-of-applicability.ts';
export { type Why, whyRequirement } from './why/why.ts';
