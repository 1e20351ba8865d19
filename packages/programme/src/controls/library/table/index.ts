export { type CellValue, writeCell } from './cell-text.ts';
export { claimTable, controlTable, type TableForm } from './columns.ts';
export {
  type ImportTakenIn,
  importControls,
  importControlsInput,
} from './import-controls.ts';
export type { PersonNamed } from './named.ts';
