import { z } from 'zod';
import { clearable, id, line, localDate, text } from '../../foundation/index.ts';
import { actionPriorities, subjectKinds } from '../registers/index.ts';

const subject = z.strictObject({
  kind: z.enum(subjectKinds),
  // A target has two ids in it, and that of its framework.
  id: z.string().min(1).max(320),
});

const members = {
  title: line(300).describe('What is to be done, in a line'),
  what: text(10_000).describe('What exactly, and how somebody sees that it is done'),
  owner: id.describe('Id of the person who does it'),
  due: localDate.describe('Day by which it is to be done'),
  closes: z
    .array(subject)
    .max(200)
    .describe(
      'What it closes, kind:id; a requirement as requirement:FRAMEWORK/ID, a control by its code too',
    ),
  priority: z.enum(actionPriorities).describe('How soon'),
  resources: text(5000).describe('People, money and tools that it takes'),
};

export const addActionInput = z.strictObject({
  title: members.title,
  what: members.what.optional(),
  owner: members.owner.optional(),
  due: members.due.optional(),
  closes: members.closes.default([]),
  priority: members.priority.optional(),
  resources: members.resources.optional(),
  openedOn: localDate.optional().describe('Day on which it was agreed; today when left out'),
});
export const addManyInput = z.strictObject({
  actions: z.array(addActionInput).min(1).max(1000).meta({
    fromFile: 'json',
    within: 'plan',
    description: 'Actions as `actions add` takes them, at most 1000; all of them or none',
  }),
});

const action = id.describe('Id of the action');

export const changeActionInput = z.strictObject({
  action,
  title: members.title.optional(),
  what: clearable(members.what),
  owner: clearable(members.owner),
  due: clearable(members.due),
  closes: members.closes.optional(),
  priority: clearable(members.priority),
  resources: clearable(members.resources),
});
export const closeActionInput = z.strictObject({
  action,
  result: text(10_000).describe('What came of it; or why it is dropped'),
  status: z.enum(['done', 'dropped']).default('done').describe('Whether it is done, or will not be done'),
  effective: localDate.optional().describe('Day on which it was; not in the future, today when left out'),
});
export const reopenActionInput = z.strictObject({
  action,
  reason: text(10_000).describe('What is still to be done'),
});

export type AddAction = z.infer<typeof addActionInput>;
export type AddManyActions = z.infer<typeof addManyInput>;
export type ChangeAction = z.infer<typeof changeActionInput>;
export type CloseAction = z.infer<typeof closeActionInput>;
export type ReopenAction = z.infer<typeof reopenActionInput>;
