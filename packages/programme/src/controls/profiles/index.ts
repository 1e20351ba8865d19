export { profileCommands, profileRoomEvolvers } from './operations.ts';
export { profileCells } from './workbook/index.ts';
