export type { AnswerOf, Foretold, InputOf, Problem, QueryName, Told } from '../answers.ts';
export { type Call, type CallOptions, callRoute, type Route } from '../call.ts';
