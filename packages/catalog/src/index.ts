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
  type Selection,
} from './framework.ts';
export {
  type Cell,
  columnLetters,
  type SentDocument,
  type Sheet,
  type SheetRow,
  type TroubledCell,
  textOf,
} from './importers/document.ts';
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
