export { factTypes } from '../programme.ts';
export { anyDeeds, anyRelationDeeds, type Deed, doDeed, groundOfDeeds, places } from './deeds.ts';
export { circumstances, given, recorded, type Story } from './story.ts';
