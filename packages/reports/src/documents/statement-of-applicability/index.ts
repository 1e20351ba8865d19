import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeApproval } from '../parts/approval.ts';
import { writeDocument } from '../parts/head.ts';
import { writeRecord } from '../parts/record.ts';
import { writeChecks } from './checks.ts';
import { writeCover } from './cover.ts';
import { writeFurther } from './further.ts';
import { writeGuide } from './guide.ts';
import { writeGroups } from './table.ts';

/** ISO/IEC 27001:2022, 6.1.3 d: every necessary control, why, whether it is in place, and why others of Annex A are not. */
export function writeStatementOfApplicability(
  view: StatementOfApplicability,
  choices: DocumentChoices,
): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'soa.title'),
    asked: say(language, 'soa.asked', { standard: view.framework.title }),
    blocks: [
      ...writeCover(view, choices),
      ...writeApproval(choices),
      ...writeGuide(view, choices),
      ...writeGroups(view.rows, choices),
      ...writeFurther(view, choices),
      ...writeChecks(view, choices),
      ...writeRecord(view, { editions: [view.framework] }, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}
