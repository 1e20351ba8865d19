export { relationCommands, relationRoomEvolvers } from './operations.ts';
export { type RelationGate, relationGate, relationSays } from './relation.ts';
export { relationsOnRequirement } from './relation-end.ts';
export { relationRemoved, relationWayBack } from './way-back.ts';
