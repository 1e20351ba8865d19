export {
  type Crosswalk,
  type CrosswalkMeasure,
  crosswalks,
  type Link,
  linksOf,
  type NoEquivalent,
} from './crosswalk.ts';
export { edition, editionHash, type ReleasedEdition, releasedEditions } from './edition.ts';
export {
  assessableOf,
  type BeyondIso27001,
  childrenOf,
  type DocumentedInformation,
  type Framework,
  framework,
  frameworks,
  type Requirement,
  requirementOf,
} from './framework.ts';
export { nearestRequirements } from './nearest.ts';
export {
  type AttributeTable,
  attributesOf,
  attributeTable,
  type ControlAttributes,
} from './tables/attribute.ts';
export { type Frequency, frequencies, frequency } from './tables/frequency.ts';
export { csfTiers, type Scale, type ScaleStep } from './tables/scale.ts';
export { hasWords, type Params, say } from './words.ts';
