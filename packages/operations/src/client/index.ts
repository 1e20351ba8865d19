export type { AnswerOf, FieldChange, InputOf, Problem, QueryName } from '../answers.ts';
export { type Call, type CallOptions, callRoute, type Route } from '../call.ts';
export { isAboutMore, mostFileBytes } from '../query/ports.ts';
export type { Foretold, Told } from '../told.ts';
export { asName, isName, longestName } from './name.ts';
