export { canUndo, commands } from './commands.ts';
export { isAnswered } from './controls/applicability/index.ts';
export { collectorGrantsOn } from './controls/evidence/index.ts';
export * from './controls/index.ts';
export {
  adoptedStarters,
  type CellValue,
  type ColumnTaken,
  claimTable,
  controlTable,
  type ImportTakenIn,
  type PersonNamed,
  type ProposalsWaiting,
  type ProposalWaiting,
  proposalsToTake,
  proposalsWaiting,
  type TableForm,
  writeCell,
} from './controls/library/index.ts';
export { type Inclusion, inclusionOf, profileCells } from './controls/profiles/index.ts';
export {
  type RelationGate,
  relationGate,
  relationSays,
  relationsOnRequirement,
} from './controls/relations/index.ts';
export * from './foundation/index.ts';
export { refuseCountries } from './governance/entities/index.ts';
export * from './governance/index.ts';
export { emptyProgramme, evolve, fold, type Programme, stateVersion, UnknownFact } from './programme.ts';
export { fromPlain, plainPieces, toPlain } from './snapshot.ts';
