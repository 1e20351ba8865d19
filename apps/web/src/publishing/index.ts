export { ChangesSince } from './change-list.tsx';
export { PublishDialog } from './publish-dialog.tsx';
export { ReportPages } from './report-pages.tsx';
export { ReportPaper } from './report-paper.tsx';
export {
  type ReportChoices,
  type ReportName,
  reportNamed,
  reports,
} from './reports.ts';
export { TakeMenu } from './take-menu.tsx';
export { Versions } from './versions.tsx';
