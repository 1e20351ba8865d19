import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { actionEvolvers, addAction, changeAction } from './action.ts';
import { closeAction, closingEvolvers, reopenAction } from './closing.ts';
import {
  addActionInput,
  addManyInput,
  changeActionInput,
  closeActionInput,
  reopenActionInput,
} from './inputs.ts';
import { addManyActions } from './many.ts';

/** What is to be done: one list, whatever framework, risk or record it is for. */
export const actionCommands: readonly Command<WithGovernance>[] = [
  command({
    name: 'actions add',
    method: 'POST',
    path: '/actions',
    permission: 'actions.write',
    summary: 'Add an action, with what it closes',
    input: addActionInput,
    rule: addAction,
  }),
  command({
    name: 'actions add-many',
    method: 'POST',
    path: '/actions/many',
    permission: 'actions.write',
    summary: 'Add many actions from a file, all of them or none',
    input: addManyInput,
    rule: addManyActions,
  }),
  command({
    name: 'actions change',
    method: 'PATCH',
    path: '/actions/{action}',
    permission: 'actions.write',
    summary: 'Change an open action',
    input: changeActionInput,
    guards: (_state, { action }) => ({ kind: 'action', id: action }),
    rule: changeAction,
  }),
  command({
    name: 'actions close',
    method: 'POST',
    path: '/actions/{action}/closing',
    permission: 'actions.close',
    summary: 'Close an action: it is done, or dropped, and what came of it',
    input: closeActionInput,
    rule: closeAction,
  }),
  command({
    name: 'actions reopen',
    method: 'POST',
    path: '/actions/{action}/reopening',
    permission: 'actions.write',
    summary: 'Open an action again that was done or dropped',
    input: reopenActionInput,
    guards: (_state, { action }) => ({ kind: 'action', id: action }),
    rule: reopenAction,
  }),
];

export const actionRoomEvolvers: readonly Evolver<Governance>[] = [...actionEvolvers, ...closingEvolvers];
