export { chooseWithin, groupsOf, noneListed, unlistedAs } from './groups.ts';
