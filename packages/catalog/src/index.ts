export { commandLinesFor } from './command-lines.ts';
export {
  type Crosswalk,
  crosswalk,
  crosswalks,
  type Link,
  type NoEquivalent,
  type Pair,
  type Relation,
  relations,
} from './crosswalk.ts';
export { type CrosswalkSide, crosswalkSide, withoutHeadings } from './crosswalks/coverage.ts';
export { type LinkIndex, linkIndex, linksOf, linksWithin } from './crosswalks/links.ts';
export { crosswalkIn } from './crosswalks/spoken.ts';
export {
  type AnsweringRecord,
  type DocumentedNeed,
  documentedInformationOf,
} from './documented-information.ts';
export { edition, editionHash, type ReleasedEdition, releasedEditions } from './edition.ts';
export {
  assessableOf,
  type BeyondIso27001,
  childrenOf,
  type DocumentedInformation,
  type Figure,
  type Framework,
  framework,
  frameworks,
  inCatalogueOrder,
  type Requirement,
  requirementOf,
  type Selection,
} from './framework.ts';
export {
  type Cell,
  columnLetters,
  type ReadingNotice,
  type SentDocument,
  type Sheet,
  type SheetRow,
  type TroubledCell,
  textOf,
} from './importers/document.ts';
export type {
  CrosswalkProvenance,
  Direction,
  ExampleEnd,
  ImportedCrosswalk,
  JointRelation,
} from './importers/draft/crosswalk-draft.ts';
export type { ImportFault, ImportNotice } from './importers/draft/finding.ts';
export { titleElsewhere } from './importers/draft/name.ts';
export {
  type ComponentDefinition,
  readComponentDefinition,
} from './importers/oscal/component/component-definition.ts';
export type { RecordRead } from './importers/oscal/component/record.ts';
export { oscalIdOf, oscalModelIn, oscalNamespace } from './importers/oscal/identifier.ts';
export type { ImportedSelection } from './importers/oscal/profile.ts';
export {
  type CatalogueFile,
  type CatalogueReading,
  type ImportedFramework,
  type ReadCatalogueFile,
  readCatalogueFile,
} from './importers/reading/catalogue-file.ts';
export { type CatalogueFormat, isCatalogueFile } from './importers/reading/format.ts';
export { type LaidBeside, layBeside } from './importers/reading/lay-beside.ts';
export { editDistance, nearestRequirements } from './nearest.ts';
export { phraseIn } from './phrases.ts';
export { narrowedTo } from './selection.ts';
export {
  isStarterFamily,
  isStarterReason,
  starterAttributes,
  starterCondition,
  starterControl,
  starterFamilies,
  starterLibrary,
  starterReason,
} from './starter-library/library.ts';
export type {
  StarterClaim,
  StarterControl,
  StarterGap,
  StarterJointClaim,
  StarterLibrary,
  StarterReason,
} from './starter-library/starter.ts';
export {
  type AttributeTable,
  attributesOf,
  attributeTable,
  type ControlAttributes,
} from './tables/attribute.ts';
export { type Condition, conditionsOf } from './tables/condition.ts';
export { countryMeant, isCountry } from './tables/country.ts';
export {
  type Activity,
  activities,
  activitiesIn,
  activityNamed,
  type Designation,
  designations,
  designationsIn,
} from './tables/entity.ts';
export {
  type EnterpriseCeilings,
  type EntityClassLaw,
  type EntityGroup,
  entityClassLaw,
  type FineFloor,
} from './tables/entity-class.ts';
export {
  type Contradiction,
  contradictions,
  fallingAway,
  fewestWords,
  isTemplatePhrase,
  wordsIn,
} from './tables/exclusion.ts';
export { type Frequency, frequencies, frequency, type SampleSize } from './tables/frequency.ts';
export { type ProfileColumn, type ProfileForm, profileForm } from './tables/profile-form.ts';
export { csfTiers, type Scale, type ScaleStep } from './tables/scale.ts';
export { editionIn, titleIn } from './titles.ts';
export { hasWords, languages, type Params, say, sayAlike } from './words.ts';
