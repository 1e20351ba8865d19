export * from './operations.ts';
export { adoptedStarters } from './starter-selection.ts';
