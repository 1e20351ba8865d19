export type { FieldChange } from './answers.ts';
export type { Call, CallOptions, Route } from './call.ts';
export { nearestWords } from './nearest-words.ts';
export { openApi, openApiAddress } from './openapi.ts';
export { withBeginning } from './query/begins-on.ts';
export { fileNameOf } from './query/file-name.ts';
export type { PackAsked, ReportInPack } from './query/pack.ts';
export type {
  BackupAsked,
  BatchShown,
  DemoAsked,
  DemoLoaded,
  DemoPort,
  FileNamed,
  FilePreview,
  Finding,
  HistoryEntry,
  MadeFile,
  OrganisationListed,
  PartIn,
  Ports,
  Progress,
  SignedHead,
  Verification,
} from './query/ports.ts';
export { entriesLookedAt, mostFileBytes } from './query/ports.ts';
export type { Answer, Asked, Query, ToRender, ToSend, ToStream } from './query/query.ts';
export {
  documentFormats,
  endingOf,
  type ReportName,
  refuseChoices,
  refuseLength,
  reportNamed,
  reportNames,
  scopeOfReport,
} from './query/reports.ts';
export { refuseUnknown } from './query/unknown/unknown-names.ts';
export { viewAsked } from './query/view-asked.ts';
export { callOf, routeOf, takesFile } from './request.ts';
export {
  addressOf,
  apiRoot,
  calendarKeyStart,
  canPreview,
  isOfOrganisation,
  type JsonSchema,
  keyStart,
  type Member,
  membersOf,
  pathMembers,
  type Row,
  rowNamed,
  rows,
} from './rows.ts';
export { type Foretold, foretoldSchema, type Told, toldSchema } from './told.ts';
