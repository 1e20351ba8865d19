export {
  type ClassOfTried,
  type ClassTried,
  type Nis2Classes,
  nis2Classes,
  tryNis2Class,
} from './class-view.ts';
export type { EntityClassFound } from './entity-class.ts';
