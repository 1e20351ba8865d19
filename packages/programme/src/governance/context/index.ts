export { contextCommands, contextEvolvers } from './operations.ts';
