import { id, subjectKinds } from '@concord/programme';
import { actionList, actionSheet, actionStatuses } from '@concord/views';
import { z } from 'zod';
import { flag, timed } from '../../query/inputs.ts';
import { query } from '../../query/query.ts';
import { withName, withNames } from './names.ts';
import { listed, reading } from './reading.ts';

const subject = z
  .string()
  .max(350)
  .regex(new RegExp(`^(${subjectKinds.join('|')}):.+$`), 'is no subject; write kind:id')
  .optional()
  .describe('What it closes, kind:id; a requirement as requirement:FRAMEWORK/ID, a control by its code too');

/** The one list of actions. */
export const actionQueries = [
  query({
    ...reading,
    name: 'actions list',
    path: '/actions',
    summary: 'The one list of actions, the earliest due first',
    input: z.strictObject({
      ...listed,
      status: z.enum(actionStatuses).optional().describe('How it stood on the day'),
      subject,
      overdue: flag.optional().describe('Only those that are overdue on the day, or only the others'),
    }),
    answer: async (asked) => withNames(asked, actionList(asked, asked.input)),
  }),
  query({
    ...reading,
    name: 'actions show',
    path: '/actions/{action}',
    summary: 'One action, with what it closes',
    input: z.strictObject({ ...timed, action: id.describe('Id of the action') }),
    answer: async (asked) => withName(asked, actionSheet(asked, asked.input.action)),
  }),
];
