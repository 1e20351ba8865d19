export {
  dropDraft,
  formsOf,
  gotBack,
  type KeptDraft,
  keepDraft,
  keepForm,
  mostBytes,
  placeOf,
  readDrafts,
  toKeep,
  useDraftCount,
  useDrafts,
} from './drafts.ts';
export { dropAllFiles, dropFile, keepFile, keptFile } from './files.ts';
export { forgetDrafts, isBeyond, isWithin } from './gone.ts';
export { namedTogether } from './many.ts';
