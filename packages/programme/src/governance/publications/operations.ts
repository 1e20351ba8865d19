import { type Command, command } from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { type PublicationTakenIn, publishReport, publishReportInput } from './publication.ts';

/** Handing out a report as a version that stays. */
export const publicationCommands: readonly Command<WithGovernance>[] = [
  command<WithGovernance, Parameters<typeof publishReportInput.parse>[0] & object, PublicationTakenIn>({
    name: 'reports publish',
    method: 'POST',
    path: '/reports/{report}/publications',
    permission: 'reports.publish',
    summary: 'Publish a report as its next version: the document and the view behind it are kept as they are',
    input: publishReportInput,
    intake: 'publication',
    rule: publishReport,
  }),
];
