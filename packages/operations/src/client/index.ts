export type { AnswerOf, InputOf, Problem, QueryName } from '../answers.ts';
export { type Call, type CallOptions, callRoute, type Route } from '../call.ts';
export type { Foretold, Told } from '../told.ts';
