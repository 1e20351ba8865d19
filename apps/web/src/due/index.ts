export { DueLink } from './due-link.tsx';
export { type DuePlace, type DueRow, placeOfDue } from './place.ts';
export { mondayOf, nextMonday, sundayOf } from './week.ts';
