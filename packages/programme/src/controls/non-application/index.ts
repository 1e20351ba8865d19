export { nonApplicationCommands } from './operations.ts';
export { pointEvolvers as nonApplicationEvolvers } from './point.ts';
