export * from './operations.ts';
export { adoptedStarters } from './starter-selection.ts';
export {
  type CellValue,
  claimTable,
  controlTable,
  Faults,
  type ImportTakenIn,
  type PersonNamed,
  plainHeading,
  readText,
  type TableForm,
  writeCell,
} from './table/index.ts';
export { hasWayBack, libraryWaysBack, waysByType } from './undo.ts';
