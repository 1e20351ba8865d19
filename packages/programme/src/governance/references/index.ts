export { dayReached, recordReviewed, refuseReferences } from './references.ts';
export { adoptedRequirement, placed, refuseUnadopted, requirementsNamed } from './requirement.ts';
