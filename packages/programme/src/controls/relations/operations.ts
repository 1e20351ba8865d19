import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Controls, WithControls } from '../state.ts';
import { hopLimitEvolvers, hopLimitRecord, setHopLimit, setHopLimitInput } from './hop-limit.ts';
import {
  changeRelationInput,
  confirmRelationInput,
  stateRelationInput,
  withdrawRelationInput,
} from './inputs.ts';
import {
  changeRelation,
  confirmRelation,
  relationEvolvers,
  stateRelation,
  withdrawRelation,
} from './relation.ts';
import { removalEvolvers } from './way-back.ts';

/** How requirements lie to each other by the organisation's own reading. */
export const relationCommands: readonly Command<WithControls>[] = [
  command({
    name: 'relations state',
    method: 'POST',
    path: '/relations',
    permission: 'relations.write',
    summary: 'State how a requirement, or several together, lie to another; a draft until it is confirmed',
    input: stateRelationInput,
    rule: stateRelation,
  }),
  command({
    name: 'relations confirm',
    method: 'POST',
    path: '/relations/{relationId}/confirmation',
    permission: 'relations.confirm',
    summary: 'Confirm a relation; only then results may be inferred over it',
    input: confirmRelationInput,
    rule: confirmRelation,
  }),
  command({
    name: 'relations change',
    method: 'PATCH',
    path: '/relations/{relationId}',
    permission: 'relations.write',
    summary: 'Change what a relation says, or why; it is a draft again',
    input: changeRelationInput,
    guards: (_state, asked) => ({ kind: 'relation', id: asked.relationId }),
    rule: changeRelation,
  }),
  command({
    name: 'relations withdraw',
    method: 'POST',
    path: '/relations/{relationId}/withdrawal',
    permission: 'relations.write',
    summary: 'Withdraw a relation; nothing is inferred over it any more',
    input: withdrawRelationInput,
    rule: withdrawRelation,
  }),
  command({
    name: 'relations limit',
    method: 'PUT',
    path: '/relation-limit',
    permission: 'relations.confirm',
    summary: 'Set over how many relations in a row a requirement may count as met',
    input: setHopLimitInput,
    guards: () => hopLimitRecord,
    rule: setHopLimit,
  }),
];

export const relationRoomEvolvers: readonly Evolver<Controls>[] = [
  ...relationEvolvers,
  ...removalEvolvers,
  ...hopLimitEvolvers,
];
