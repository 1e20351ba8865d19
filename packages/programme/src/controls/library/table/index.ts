export { type CellValue, readText, writeCell } from './cell-text.ts';
export { claimTable, controlTable, plainHeading, type TableForm } from './columns.ts';
export { Faults } from './faults.ts';
export {
  type ImportTakenIn,
  importControls,
  importControlsInput,
} from './import-controls.ts';
export type { PersonNamed } from './named.ts';
