export { actionCommands, actionRoomEvolvers } from './operations.ts';
