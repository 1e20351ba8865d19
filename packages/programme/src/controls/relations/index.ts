export { relationCommands, relationRoomEvolvers } from './operations.ts';
export { type RelationGate, relationGate, relationSays } from './relation.ts';
export { relationsOnRequirement } from './relation-end.ts';
export { relationWayBack } from './way-back.ts';
