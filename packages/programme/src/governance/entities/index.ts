export { entityEvolvers } from './entity.ts';
export { entityCommands } from './operations.ts';
