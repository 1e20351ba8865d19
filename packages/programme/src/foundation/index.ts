export * from './dated.ts';
export * from './decision.ts';
export * from './fact.ts';
export * from './input.ts';
export * from './row.ts';
