import { type Command, command, type Evolver } from '../../foundation/index.ts';
import { applicabilityRecord, applicabilityScope } from '../applicability.ts';
import type { Controls, WithControls } from '../state.ts';
import {
  decideApplicability,
  decideApplicabilityInput,
  decisionBack,
  decisionEvolvers,
} from './decisions/decision.ts';
import { decideMany, decideManyInput } from './decisions/many.ts';
import {
  decideNecessity,
  decideNecessityInput,
  necessityBack,
  necessityEvolvers,
  necessityRecord,
} from './necessity.ts';
import {
  importApplicability,
  importApplicabilityInput,
  type StatementTakenIn,
} from './statement/import-applicability.ts';

/** What is necessary: of what a framework lists, and of our own controls beside it. */
export const applicabilityCommands: readonly Command<WithControls>[] = [
  command({
    name: 'applicability decide',
    method: 'PUT',
    path: '/applicability/{framework}/{requirement}',
    permission: 'applicability.decide',
    summary: 'Decide whether a requirement is applicable, and why',
    input: decideApplicabilityInput,
    guards: (state: WithControls, asked) =>
      applicabilityRecord(applicabilityScope(state, asked), asked.framework, asked.requirement),
    readsBack: decisionBack,
    rule: decideApplicability,
  }),
  command({
    name: 'applicability decide-many',
    method: 'POST',
    path: '/applicability',
    permission: 'applicability.decide',
    summary: 'Decide of many requirements whether they are applicable, and why; all or none',
    input: decideManyInput,
    rule: decideMany,
  }),
  command<WithControls, Parameters<typeof importApplicabilityInput.parse>[0] & object, StatementTakenIn>({
    name: 'applicability import',
    method: 'POST',
    path: '/imports/applicability/{framework}',
    permission: 'applicability.decide',
    summary:
      'Take in the decisions of a Statement of Applicability kept elsewhere: all of it, or every fault with its cell',
    input: importApplicabilityInput,
    intake: 'document',
    rule: importApplicability,
  }),
  command({
    name: 'necessity decide',
    method: 'PUT',
    path: '/necessity/{control}',
    permission: 'applicability.decide',
    summary: 'Decide whether a control of our own is necessary beside those that a framework lists, and why',
    input: decideNecessityInput,
    guards: (state: WithControls, asked) => necessityRecord(state.controls, asked),
    readsBack: necessityBack,
    rule: decideNecessity,
  }),
];

export const applicabilityEvolvers: readonly Evolver<Controls>[] = [
  ...decisionEvolvers,
  ...necessityEvolvers,
];
