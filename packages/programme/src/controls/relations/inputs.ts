import { z } from 'zod';
import { id, text } from '../../foundation/index.ts';

/** How what is asked lies to what is asked elsewhere (methods 4.6): equal, within, around, overlapping, apart. */
const relationNames = ['EQ', 'SUB', 'SUP', 'INT', 'DIS'] as const;

/** IR 8477: the words are alike, the meaning is, or what comes of it; from the strictest to the loosest. */
const rationaleKinds = ['syntactic', 'semantic', 'functional'] as const;

const confidences = ['low', 'medium', 'high'] as const;

const end = z
  .string()
  .max(250)
  .regex(
    /^[^/:]+[/:].+$/su,
    'is no requirement of a framework; write FRAMEWORK/REQUIREMENT, as iso27001-2022/A.5.15',
  );

const named = id.describe('Id of the relation');
const said = {
  relation: z
    .enum(relationNames)
    .describe(
      'How `from` lies to `to`: EQ the same, SUB within it, SUP around it, INT overlapping, DIS apart',
    ),
  rationaleKind: z
    .enum(rationaleKinds)
    .describe('What is alike: words, meaning or result; SUB and SUP by the words alone only hint'),
  rationale: text(10_000).describe('Why it is so'),
  confidence: z.enum(confidences).describe('A low one only hints, whatever it says'),
};

export const stateRelationInput = z.strictObject({
  from: z
    .array(end)
    .min(1)
    .max(20)
    .describe('Requirement as FRAMEWORK/REQUIREMENT; of several, what they ask together is meant'),
  to: end.describe('The other requirement as FRAMEWORK/REQUIREMENT'),
  ...said,
  confidence: said.confidence.default('medium'),
});
export const changeRelationInput = z.strictObject({
  relationId: named,
  relation: said.relation.optional(),
  rationaleKind: said.rationaleKind.optional(),
  rationale: said.rationale.optional(),
  confidence: said.confidence.optional(),
});
export const confirmRelationInput = z.strictObject({ relationId: named });
export const withdrawRelationInput = z.strictObject({
  relationId: named,
  reason: text(10_000).describe('Why it no longer holds, or never did'),
});

export type StateRelation = z.infer<typeof stateRelationInput>;
export type ChangeRelation = z.infer<typeof changeRelationInput>;
export type ConfirmRelation = z.infer<typeof confirmRelationInput>;
export type WithdrawRelation = z.infer<typeof withdrawRelationInput>;
