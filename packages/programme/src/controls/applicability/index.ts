export { applicabilityCommands, applicabilityEvolvers } from './operations.ts';
export { isAnswered } from './reason.ts';
