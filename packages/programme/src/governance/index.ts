import type { Evolver } from '../foundation/index.ts';
import { adoptionEvolvers } from './adoption.ts';
import { calendarEvolvers } from './calendars/index.ts';
import { editionEvolvers } from './edition.ts';
import type { Governance } from './governance.ts';
import { organisationEvolvers } from './organisation.ts';
import { personEvolvers } from './person.ts';
import { publicationEvolvers } from './publications/index.ts';
import { removalEvolver } from './registers/index.ts';
import { scopeEvolvers } from './scope.ts';

export { type Adoption, frameworkAdopted } from './adoption.ts';
export { isCalendarOpen } from './calendars/index.ts';
export {
  adoptedEdition,
  currentEdition,
  editionInUse,
  type ImportedCrosswalk,
  type ImportedEdition,
  knownFrameworks,
} from './edition.ts';
export { redacted } from './erasure.ts';
export { emptyGovernance, type Governance, type WithGovernance } from './governance.ts';
export { governanceCommands } from './operations.ts';
export { organisationRecord, organisationWayBack } from './organisation.ts';
export { type Grant, grantsOn, type Person } from './person.ts';
export {
  nextVersion,
  type PublicationTakenIn,
  publicationId,
  publicationsOf,
} from './publications/index.ts';
export { adoptedRequirement, refuseUnadopted, requirementWritten, webAddress } from './references/index.ts';
export {
  type Action,
  actionPriorities,
  type Back,
  type ContextIssue,
  type Documented,
  documentOn,
  type InterestedParty,
  type LegalEntity,
  type NeedNamed,
  type Obligation,
  obligationKinds,
  type PeriodFigures,
  type Publication,
  partyKinds,
  publicationFormats,
  type RequirementNamed,
  recordRemoved,
  type ScopeFacts,
  type ScopeStatement,
  type SizeFigures,
  type StoredFile,
  type Subject,
  subjectKinds,
  type Undoing,
  type WayBack,
  wayBackOf,
} from './registers/index.ts';
export { mayDo, type Permission, permissions, type Role, roles } from './role.ts';
export { hasScope, holdsScope, type Scope, wholeOrganisation } from './scope.ts';
export { type Stranger, Strangers } from './strangers.ts';

export const governanceEvolvers: readonly Evolver<Governance>[] = [
  ...organisationEvolvers,
  ...scopeEvolvers,
  ...personEvolvers,
  ...adoptionEvolvers,
  ...editionEvolvers,
  ...publicationEvolvers,
  ...calendarEvolvers,
  removalEvolver(),
];
