export { DueLink } from './due-link.tsx';
export type { DueRow } from './place.ts';
