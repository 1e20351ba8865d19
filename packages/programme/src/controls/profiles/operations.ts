import { type Command, command, type Evolver } from '../../foundation/index.ts';
import { targetKey, targetRecord } from '../profile.ts';
import type { Controls, WithControls } from '../state.ts';
import {
  changeProfile,
  changeProfileInput,
  createProfile,
  createProfileInput,
  profileEvolvers,
  retireProfile,
  retireProfileInput,
} from './profile.ts';
import { scaleEvolvers, setScale, setScaleInput } from './scale.ts';
import { scoreEvolvers, scoreOutcome, scoreOutcomeInput } from './score.ts';
import { stateStatus, stateStatusInput, statusEvolvers } from './status.ts';
import { setTarget, setTargetInput, targetBack, targetEvolvers } from './target.ts';
import { chooseTiers, chooseTiersInput, tierEvolvers } from './tiers.ts';
import {
  importProfile,
  importProfileInput,
  importTarget,
  importTargetInput,
  type ProfileTakenIn,
  type TargetTakenIn,
} from './workbook/index.ts';

/** Profiles of a framework's outcomes: what is said of each outcome, what is wanted, and how the whole is governed. */
export const profileCommands: readonly Command<WithControls>[] = [
  command({
    name: 'profiles create',
    method: 'POST',
    path: '/profiles',
    permission: 'profiles.write',
    summary: 'Create a profile of a framework’s outcomes',
    input: createProfileInput,
    rule: createProfile,
  }),
  command({
    name: 'profiles change',
    method: 'PATCH',
    path: '/profiles/{profile}',
    permission: 'profiles.write',
    summary: 'Change name, scope or assumptions of a profile',
    input: changeProfileInput,
    guards: (_state, { profile }) => ({ kind: 'profile', id: profile }),
    rule: changeProfile,
  }),
  command({
    name: 'profiles retire',
    method: 'POST',
    path: '/profiles/{profile}/retirement',
    permission: 'profiles.write',
    summary: 'Retire a profile; it can be read and no longer changed',
    input: retireProfileInput,
    guards: (_state, { profile }) => ({ kind: 'profile', id: profile }),
    rule: retireProfile,
  }),
  command({
    name: 'profiles tiers',
    method: 'PATCH',
    path: '/profiles/{profile}/tiers',
    permission: 'profiles.write',
    summary:
      'Choose the tiers of a profile, as they are and as they are wanted, for governing and for managing risk',
    input: chooseTiersInput,
    guards: (_state, { profile }) => ({ kind: 'profile', id: profile }),
    rule: chooseTiers,
  }),
  command({
    name: 'profiles scale',
    method: 'PUT',
    path: '/profiles/{profile}/scale',
    permission: 'profiles.write',
    summary: 'Give a profile a scale of the organisation’s own to score outcomes on',
    input: setScaleInput,
    guards: (_state, { profile }) => ({ kind: 'profile', id: profile }),
    rule: setScale,
  }),
  command({
    name: 'profiles score',
    method: 'POST',
    path: '/profiles/{profile}/scores/{requirement}',
    permission: 'requirements.assess',
    summary: 'Score an outcome on the scale of the profile, dated, with reasons',
    input: scoreOutcomeInput,
    rule: scoreOutcome,
  }),
  command({
    name: 'profiles status',
    method: 'PATCH',
    path: '/profiles/{profile}/outcomes/{requirement}',
    permission: 'profiles.write',
    summary: 'Say of an outcome whether it is included, how it stands and how much it matters',
    input: stateStatusInput,
    guards: (state: WithControls, { profile, requirement }) => ({
      kind: 'outcome',
      id: targetKey(profile, frameworkOf(state, profile), requirement),
    }),
    rule: stateStatus,
  }),
  command({
    name: 'targets set',
    method: 'PUT',
    path: '/profiles/{profile}/targets/{requirement}',
    permission: 'profiles.write',
    summary: 'Set what a profile wants of an outcome',
    input: setTargetInput,
    guards: (state: WithControls, { profile, requirement }) =>
      targetRecord(profile, frameworkOf(state, profile), requirement),
    readsBack: targetBack,
    rule: setTarget,
  }),
  command<WithControls, Parameters<typeof importProfileInput.parse>[0] & object, ProfileTakenIn>({
    name: 'profiles import',
    method: 'POST',
    path: '/imports/profiles/{profile}',
    permission: 'profiles.write',
    summary:
      'Take in what a workbook of a profile says of the outcomes: all of it, or every fault with its cell',
    input: importProfileInput,
    intake: 'document',
    rule: importProfile,
  }),
  command<WithControls, Parameters<typeof importTargetInput.parse>[0] & object, TargetTakenIn>({
    name: 'profiles import-target',
    method: 'POST',
    path: '/imports/targets/{profile}',
    permission: 'profiles.write',
    summary: 'Take over as target what a community profile, another profile or a selection wants',
    input: importTargetInput,
    intake: 'document',
    rule: importTarget,
  }),
];

function frameworkOf({ controls }: WithControls, profile: string): string {
  return controls.profiles.get(profile)?.framework ?? '';
}

export const profileRoomEvolvers: readonly Evolver<Controls>[] = [
  ...profileEvolvers,
  ...tierEvolvers,
  ...scaleEvolvers,
  ...scoreEvolvers,
  ...statusEvolvers,
  ...targetEvolvers,
];
