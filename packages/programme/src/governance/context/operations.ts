import { type Command, command, type Evolver } from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import type { WayBack } from '../registers/index.ts';
import {
  addIssueInput,
  addObligationInput,
  addPartyInput,
  changeIssueInput,
  changeObligationInput,
  changePartyInput,
  endIssueInput,
  endObligationInput,
  endPartyInput,
  stateScopeInput,
} from './inputs.ts';
import { issues } from './issue.ts';
import { obligations } from './obligation.ts';
import { parties } from './party.ts';
import { scopeStatementEvolvers, scopeStatementWayBack, stateScope } from './scope-statement.ts';

const obligationCommands = [
  command({
    name: 'obligations add',
    method: 'POST',
    path: '/obligations',
    permission: 'governance.write',
    summary: 'Add something that law, an authority or a contract asks for',
    input: addObligationInput,
    rule: obligations.add,
  }),
  command({
    name: 'obligations change',
    method: 'PATCH',
    path: '/obligations/{obligation}',
    permission: 'governance.write',
    summary: 'Change an obligation',
    input: changeObligationInput,
    guards: (_state, { obligation }) => ({ kind: 'obligation', id: obligation }),
    rule: obligations.change,
  }),
  command({
    name: 'obligations end',
    method: 'POST',
    path: '/obligations/{obligation}/end',
    permission: 'governance.write',
    summary: 'End an obligation; it stays in the register',
    input: endObligationInput,
    guards: (_state, { obligation }) => ({ kind: 'obligation', id: obligation }),
    rule: obligations.end,
  }),
];

const partyCommands = [
  command({
    name: 'parties add',
    method: 'POST',
    path: '/parties',
    permission: 'governance.write',
    summary: 'Add an interested party, with what it asks',
    input: addPartyInput,
    rule: parties.add,
  }),
  command({
    name: 'parties change',
    method: 'PATCH',
    path: '/parties/{party}',
    permission: 'governance.write',
    summary: 'Change an interested party',
    input: changePartyInput,
    guards: (_state, { party }) => ({ kind: 'party', id: party }),
    rule: parties.change,
  }),
  command({
    name: 'parties end',
    method: 'POST',
    path: '/parties/{party}/end',
    permission: 'governance.write',
    summary: 'Say that a party is no longer interested; it stays in the register',
    input: endPartyInput,
    guards: (_state, { party }) => ({ kind: 'party', id: party }),
    rule: parties.end,
  }),
];

const issueCommands = [
  command({
    name: 'issues add',
    method: 'POST',
    path: '/issues',
    permission: 'governance.write',
    summary: 'Add an issue of the context, inside or outside the organisation',
    input: addIssueInput,
    rule: issues.add,
  }),
  command({
    name: 'issues change',
    method: 'PATCH',
    path: '/issues/{issue}',
    permission: 'governance.write',
    summary: 'Change an issue of the context',
    input: changeIssueInput,
    guards: (_state, { issue }) => ({ kind: 'issue', id: issue }),
    rule: issues.change,
  }),
  command({
    name: 'issues end',
    method: 'POST',
    path: '/issues/{issue}/end',
    permission: 'governance.write',
    summary: 'Say that an issue no longer bears on the programme; it stays in the register',
    input: endIssueInput,
    guards: (_state, { issue }) => ({ kind: 'issue', id: issue }),
    rule: issues.end,
  }),
];

/** Clause 4: where the organisation stands, who asks what of it, and what the programme covers. */
export const contextCommands: readonly Command<WithGovernance>[] = [
  ...obligationCommands,
  ...partyCommands,
  ...issueCommands,
  command({
    name: 'scopes state',
    method: 'PATCH',
    path: '/scopes/{scope}/statement',
    permission: 'governance.write',
    summary: 'State what a scope covers, with its boundaries, interfaces and exclusions',
    input: stateScopeInput,
    guards: ({ governance }: WithGovernance, { scope }) =>
      governance.scopeStatements.has(scope) ? { kind: 'scope', id: scope } : undefined,
    rule: stateScope,
  }),
];

export const contextEvolvers: readonly Evolver<Governance>[] = [
  ...obligations.evolvers,
  ...parties.evolvers,
  ...issues.evolvers,
  ...scopeStatementEvolvers,
];

export const contextWaysBack: readonly WayBack<WithGovernance>[] = [
  obligations.wayBack,
  parties.wayBack,
  issues.wayBack,
  scopeStatementWayBack,
];
