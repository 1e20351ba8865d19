import type { Document } from '../blocks.ts';
import { writeBoardSummary } from './board-summary/index.ts';
import { writeChanges } from './changes/index.ts';
import type { DocumentChoices } from './choices.ts';
import { writeClauseConformity } from './clause-conformity/index.ts';
import { writeControlLibrary } from './control-library/index.ts';
import { writeCsfProfile } from './csf-profile/index.ts';
import { writeEvidenceRegister } from './evidence-register/index.ts';
import { writeGapAssessment } from './gap-assessment/index.ts';
import { writeNis2Compliance } from './nis2-compliance/index.ts';
import { writeStatementOfApplicability } from './statement-of-applicability/index.ts';

export type WriteDocument = (view: object, choices: DocumentChoices) => Document;

/** Every document, by the name of its report: the report's view and choices in, a document out. */
export const documents = {
  'statement-of-applicability': of(writeStatementOfApplicability),
  'csf-profile': of(writeCsfProfile),
  'nis2-compliance': of(writeNis2Compliance),
  'gap-assessment': of(writeGapAssessment),
  'board-summary': of(writeBoardSummary),
  'clause-conformity': of(writeClauseConformity),
  'control-library': of(writeControlLibrary),
  'evidence-register': of(writeEvidenceRegister),
  changes: of(writeChanges),
} as const;

/** A report is always written of its own view: who asks for a report has the view from the row of the same name. */
function of<View extends object>(write: (view: View, choices: DocumentChoices) => Document): WriteDocument {
  return (view, choices) => write(view as View, choices);
}
