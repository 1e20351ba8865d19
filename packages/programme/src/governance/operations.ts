import { command } from '../foundation/index.ts';
import { adoptFramework, adoptFrameworkInput } from './adoption.ts';
import { calendarCommands } from './calendars/index.ts';
import { type CatalogueTakenIn, importCatalogue, importCatalogueInput } from './catalogue-import.ts';
import { eraseInput, eraseMembers } from './erasure.ts';
import type { WithGovernance } from './governance.ts';
import {
  changeOrganisation,
  changeOrganisationInput,
  createOrganisation,
  createOrganisationInput,
  organisationRecord,
} from './organisation.ts';
import { addPeople, addPeopleInput, addPerson, addPersonInput, type PeopleTakenIn } from './person.ts';
import { publicationCommands } from './publications/index.ts';
import { defineScope, defineScopeInput } from './scope.ts';

/** What can be asked of this room. */
export const governanceCommands = [
  command({
    name: 'organisations create',
    method: 'POST',
    path: '',
    permission: 'organisation.create',
    summary: 'Create an organisation, with a ledger of its own',
    input: createOrganisationInput,
    rule: createOrganisation,
  }),
  command({
    name: 'organisations change',
    method: 'PATCH',
    path: '',
    permission: 'governance.write',
    summary: 'Change the name or the time zone of the organisation',
    input: changeOrganisationInput,
    guards: () => organisationRecord,
    rule: changeOrganisation,
  }),
  command({
    name: 'scopes define',
    method: 'POST',
    path: '/scopes',
    permission: 'governance.write',
    summary: 'Define a scope of the programme',
    input: defineScopeInput,
    rule: defineScope,
  }),
  command({
    name: 'people add',
    method: 'POST',
    path: '/people',
    permission: 'people.write',
    summary: 'Add a person with a role',
    input: addPersonInput,
    intake: 'person',
    rule: addPerson,
  }),
  command<WithGovernance, Parameters<typeof addPeopleInput.parse>[0] & object, PeopleTakenIn>({
    name: 'people add-many',
    method: 'POST',
    path: '/people/many',
    permission: 'people.write',
    summary: 'Add many people without a role, all of them or none; they can own things',
    input: addPeopleInput,
    intake: 'people',
    rule: addPeople,
  }),
  command({
    name: 'frameworks adopt',
    method: 'PUT',
    path: '/frameworks/{framework}/adoption',
    permission: 'governance.write',
    summary: 'Adopt an edition of a framework for a scope',
    input: adoptFrameworkInput,
    guards: (_state, input) => ({ kind: 'adoption', id: input.framework }),
    rule: adoptFramework,
  }),
  command<WithGovernance, Parameters<typeof importCatalogueInput.parse>[0] & object, CatalogueTakenIn>({
    name: 'catalogue import',
    method: 'POST',
    path: '/catalogue/imports',
    permission: 'governance.write',
    summary: 'Bring in frameworks, selections and crosswalks from a file, for this organisation alone',
    input: importCatalogueInput,
    intake: 'document',
    rule: importCatalogue,
  }),
  command({
    name: 'records erase',
    method: 'POST',
    path: '/ledger/entries/{entry}/erasure',
    permission: 'records.erase',
    summary: 'Remove personal members of an entry for good; the chain stays verifiable',
    input: eraseInput,
    intake: 'erasure',
    rule: eraseMembers,
  }),
  ...publicationCommands,
  ...calendarCommands,
];
