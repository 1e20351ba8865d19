export { documentCommands, documentRoomEvolvers } from './operations.ts';
