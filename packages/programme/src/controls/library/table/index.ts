export {
  type CellValue,
  claimTable,
  controlTable,
  plainHeading,
  readText,
  type TableForm,
  writeCell,
} from './columns.ts';
export { Faults } from './faults.ts';
export {
  type ImportTakenIn,
  importControls,
  importControlsInput,
} from './import-controls.ts';
export type { PersonNamed } from './named.ts';
