export {
  type CellValue,
  claimTable,
  controlTable,
  readText,
  type TableForm,
  writeCell,
} from './columns/columns.ts';
export { plainHeading } from './columns/fold.ts';
export type { ColumnTaken } from './columns-read.ts';
export { isLibrary } from './component-tables.ts';
export { Faults } from './faults.ts';
export {
  type ImportTakenIn,
  importControls,
  importControlsInput,
} from './import-controls.ts';
export { type PersonNamed, somebody } from './named.ts';
