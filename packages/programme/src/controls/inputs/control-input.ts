import { frequencies } from '@concord/catalog';
import { z } from 'zod';
import { clearable, id, line, localDate, text } from '../../foundation/index.ts';

/** How far a control is put into practice. */
export const implementations = ['planned', 'partly', 'operating'] as const;
export type Implementation = (typeof implementations)[number];

const code = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u,
    'is no code: letters, digits, dot, dash and underscore, at most 40',
  )
  .describe('Short code, unique in the library, e.g. AC-01');
const frequency = z
  .enum(frequencies().map((each) => each.id) as [string, ...string[]])
  .describe('How often it operates');
const members = {
  name: line(200).describe('Name of the control'),
  statement: text(10_000).describe('What is done, by whom and when'),
  owner: id.describe('Id of the person who owns it'),
  frequency,
  design: z.enum(['draft', 'accepted']).describe('Whether its design is accepted'),
  scopes: z.array(id).max(100).describe('Scopes in which it operates; none means the whole organisation'),
  condition: text(1000).describe('When it is of use at all'),
  conditionHolds: z.boolean().describe('Whether that condition holds'),
  implementation: z.enum(implementations).describe('How far it is put into practice'),
  effective: localDate.describe('Day from which the implementation holds; not in the future'),
  family: line(100).describe('Group in the library, e.g. Networks'),
  test: text(10_000).describe('How somebody finds out whether it works'),
  usualEvidence: z.array(line(300)).min(1).max(50).describe('What usually shows that it works'),
};

export const addControlInput = z.strictObject({
  code,
  name: members.name,
  statement: members.statement.optional(),
  owner: members.owner.optional(),
  frequency: members.frequency.optional(),
  design: members.design.default('accepted'),
  scopes: members.scopes.default([]),
  condition: members.condition.optional(),
  conditionHolds: members.conditionHolds.default(true),
  implementation: members.implementation.default('planned'),
  effective: members.effective.optional(),
  family: members.family.optional(),
  test: members.test.optional(),
  usualEvidence: members.usualEvidence.optional(),
  source: line(200).optional().describe('Where it was taken from, e.g. starter-library/1/GOV-01'),
});

export const changeControlInput = z.strictObject({
  control: id.describe('Code or id of the control'),
  code: code.optional(),
  name: members.name.optional(),
  statement: clearable(members.statement),
  owner: clearable(members.owner),
  frequency: clearable(members.frequency),
  design: members.design.optional(),
  scopes: members.scopes.optional(),
  condition: clearable(members.condition),
  conditionHolds: members.conditionHolds.optional(),
  implementation: members.implementation.optional(),
  effective: members.effective.optional(),
  family: clearable(members.family),
  test: clearable(members.test),
  usualEvidence: clearable(members.usualEvidence),
});
