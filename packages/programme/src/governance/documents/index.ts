export { documentWayBack } from './approval.ts';
export { documentCommands, documentRoomEvolvers } from './operations.ts';
