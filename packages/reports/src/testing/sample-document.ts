import type { StatementOfApplicability } from '@concord/views';
import type { Document } from '../blocks.ts';
import type { DocumentChoices } from '../documents/choices.ts';
import { writeStatementOfApplicability } from '../documents/statement-of-applicability/index.ts';
import { sampleView } from './sample.ts';

/** The sample as a document in English, version 3.2, unless said otherwise. */
export function sampleDocument(
  view: StatementOfApplicability = sampleView(),
  choices: Partial<DocumentChoices> = {},
): Document {
  return writeStatementOfApplicability(view, {
    language: 'en',
    version: '3.2',
    people: { 'person-1': 'Ida Sample', 'person-2': 'Omar Sample' },
    keyFingerprint: `SHA256:${'ab12cd34'.repeat(8)}`,
    ...choices,
  });
}
