export { openApi, openApiAddress } from './openapi.ts';
export type {
  Answer,
  Asked,
  BatchShown,
  DemoAsked,
  DemoLoaded,
  DemoPort,
  Finding,
  HistoryEntry,
  OrganisationListed,
  Ports,
  Query,
  SignedHead,
  ToRender,
  ToSend,
  Verification,
} from './query/query.ts';
export { type ReportName, reportNamed, reportNames, scopeOfReport } from './query/reports.ts';
export { type Call, type CallOptions, callOf, takesFile } from './request.ts';
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
