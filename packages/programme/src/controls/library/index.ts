export * from './operations.ts';
export { adoptedStarters } from './starter-selection.ts';
export {
  type ProposalsWaiting,
  type ProposalWaiting,
  proposalsToTake,
  proposalsWaiting,
  tellingProposals,
} from './starter-waiting.ts';
export {
  type CellValue,
  type ColumnTaken,
  claimTable,
  controlTable,
  Faults,
  type ImportTakenIn,
  isLibrary,
  type PersonNamed,
  plainHeading,
  readText,
  somebody,
  type TableForm,
  writeCell,
} from './table/index.ts';
export { hasWayBack, libraryWaysBack, waysByType } from './undo.ts';
