export * from './operations.ts';
export { adoptedStarters } from './starter-selection.ts';
export {
  type CellValue,
  claimTable,
  controlTable,
  type ImportSummary,
  type ImportTakenIn,
  type PersonNamed,
  summariseImport,
  type TableForm,
  writeCell,
} from './table/index.ts';
