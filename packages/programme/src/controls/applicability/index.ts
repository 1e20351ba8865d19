export { isAnswered } from './decisions/reason.ts';
export { applicabilityCommands, applicabilityEvolvers } from './operations.ts';
export { isStatement } from './statement/columns.ts';
