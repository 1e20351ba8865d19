export * from './feed.ts';
export * from './knowledge.ts';
export * from './numbers.ts';
export * from './question.ts';
export * from './relation.ts';
export { type Solution, solve, solveIncrementally } from './solve.ts';
