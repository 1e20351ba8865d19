export { actionWayBack } from './closing.ts';
export { actionCommands, actionRoomEvolvers } from './operations.ts';
