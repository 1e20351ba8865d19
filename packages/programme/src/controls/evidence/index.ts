export { collectorGrantsOn } from './collector.ts';
export { evidenceCommands, evidenceRoomEvolvers } from './operations.ts';
