export * from './operations.ts';
export { adoptedStarters } from './starter-selection.ts';
export {
  type CellValue,
  claimTable,
  controlTable,
  type ImportTakenIn,
  type PersonNamed,
  type TableForm,
  writeCell,
} from './table/index.ts';
