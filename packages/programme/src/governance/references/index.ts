export { refuseReferences } from './references.ts';
export {
  adoptedRequirement,
  placed,
  refuseUnadopted,
  requirementsNamed,
  requirementWritten,
} from './requirement.ts';
export { webAddress } from './web-address.ts';
