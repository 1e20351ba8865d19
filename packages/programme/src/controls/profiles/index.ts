export { type Inclusion, inclusionOf } from './inclusion.ts';
export { profileCommands, profileRoomEvolvers } from './operations.ts';
export { statusWayBack } from './status.ts';
export { targetWayBack } from './target.ts';
export { isProfile, profileCells } from './workbook/index.ts';
