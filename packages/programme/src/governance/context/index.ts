export { contextCommands, contextEvolvers, contextWaysBack } from './operations.ts';
