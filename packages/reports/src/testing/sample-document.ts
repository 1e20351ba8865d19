import type { Document } from '../blocks.ts';
import type {
  StatementChoices,
  StatementOfApplicabilityView,
} from '../documents/statement-of-applicability/view.ts';
import { writeStatementOfApplicability } from '../documents/statement-of-applicability.ts';
import { sayEnglish } from '../words/english.ts';
import { sampleView } from './sample.ts';

/** The sample as a document in English, version 3.2, unless said otherwise. */
export function sampleDocument(
  view: StatementOfApplicabilityView = sampleView(),
  choices: Partial<StatementChoices> = {},
): Document {
  return writeStatementOfApplicability(view, {
    say: sayEnglish,
    language: 'en',
    version: '3.2',
    keyFingerprint: `SHA256:${'ab12cd34'.repeat(8)}`,
    ...choices,
  });
}
