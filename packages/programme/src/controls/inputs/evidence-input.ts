import { z } from 'zod';
import { id, line, localDate } from '../../foundation/index.ts';
import { webAddress } from '../../governance/index.ts';

/** Whether a piece of evidence shows that a control works, that it fails, or neither. */
export const outcomes = ['works', 'fails', 'neutral'] as const;

export const recordEvidenceInput = z.strictObject({
  controls: z.array(id).min(1).max(1000).describe('Code or id of the control; one piece may serve many'),
  outcome: z.enum(outcomes).describe('Whether it shows that the control works, that it fails, or neither'),
  title: line(300).describe('What it is'),
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is no SHA-256 of a file')
    .optional()
    .meta({
      fromFile: 'sent',
      description: 'SHA-256 of a file sent before with `files add`; on the command line a path will do',
    }),
  link: webAddress.optional().describe('Address where it lies'),
  record: z
    .string()
    .regex(/^[a-z-]+\/.+$/, 'is no record; write kind/id')
    .max(200)
    .optional()
    .describe('Record of this ledger that is the evidence, kind/id'),
  collectedOn: localDate
    .optional()
    .describe('Day it was collected, or the test was run; today when left out'),
  coversFrom: localDate.optional().describe('First day of the period it covers'),
  coversTo: localDate.optional().describe('Last day of the period it covers'),
  validUntil: localDate.optional().describe("Last day it counts, in place of the control's frequency"),
  scope: id.optional().describe('Scope it was collected in; it counts in every scope when left out'),
  versionOf: id.optional().describe('Id of the evidence that this is a newer version of'),
});
