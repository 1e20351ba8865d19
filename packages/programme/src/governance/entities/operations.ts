import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import type { WayBack } from '../registers/index.ts';
import { entities } from './entity.ts';
import { addEntityInput, changeEntityInput, endEntityInput } from './inputs.ts';

/** The legal persons that the programme is for. */
export const entityCommands: readonly Command<WithGovernance>[] = [
  command({
    name: 'entities add',
    method: 'POST',
    path: '/entities',
    permission: 'governance.write',
    summary: 'Add a legal entity with its activities and figures',
    input: addEntityInput,
    rule: entities.add,
  }),
  command({
    name: 'entities change',
    method: 'PATCH',
    path: '/entities/{entity}',
    permission: 'governance.write',
    summary: 'Change what is said of a legal entity',
    input: changeEntityInput,
    guards: (_state, { entity }) => ({ kind: 'entity', id: entity }),
    rule: entities.change,
  }),
  command({
    name: 'entities end',
    method: 'POST',
    path: '/entities/{entity}/end',
    permission: 'governance.write',
    summary: 'End a legal entity; it stays in the register',
    input: endEntityInput,
    guards: (_state, { entity }) => ({ kind: 'entity', id: entity }),
    rule: entities.end,
  }),
];

export const entityEvolvers: readonly Evolver<Governance>[] = entities.evolvers;
export const entityWayBack: WayBack<WithGovernance> = entities.wayBack;
