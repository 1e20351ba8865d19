import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  type RecordName,
  type Refusal,
  record,
  refuse,
} from '../../foundation/index.ts';
import { hasScope, wholeOrganisation } from '../../governance/index.ts';
import { necessityKey } from '../applicability.ts';
import { controlNamed } from '../control.ts';
import { readingBack } from '../inputs/read-back.ts';
import type { Controls, WithControls } from '../state.ts';
import {
  type DecidedData,
  decided,
  decidedBack,
  erasable,
  readDecided,
  refuseDays,
  refuseTies,
  withObligations,
  writeDecided,
} from './decisions/reason.ts';

interface NecessityData extends DecidedData {
  scope: string;
  control: string;
  necessary: boolean;
}

const necessityDecided = factType<NecessityData>('NecessityDecided', 1, erasable);

export const decideNecessityInput = z.strictObject({
  control: id.describe('Code or id of the control'),
  scope: id.default(wholeOrganisation).describe('Scope of the decision, with all that lies within it'),
  necessary: z.boolean().describe('Whether it is necessary'),
  ...decided,
});

/**
 * Clause 6.1.3 b: necessary are controls from any source, not those of Annex A alone. What is declared necessary says
 * why; only what a framework lists has to be excluded with a reason, so one that is not necessary need not.
 */
export function decideNecessity(
  state: WithControls,
  asked: z.infer<typeof decideNecessityInput>,
  circumstances: Circumstances,
): Decision {
  const input = withObligations(state, asked);
  if ('refusal' in input) return input;
  const control = controlNamed(state.controls, input.control);
  if ('refusal' in control) return control;
  if (control.retiredOn !== undefined && input.necessary)
    return refuse('conflict', 'control.retired', { control: control.code, at: 'control' });
  const { scope } = input;
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  const refusal =
    refuseReasons(input, control.code) ?? refuseTies(state, input) ?? refuseDays(input, circumstances);
  if (refusal) return { refusal };
  const named = necessityRecord(state.controls, input);
  const data: NecessityData = {
    scope,
    control: control.id,
    necessary: input.necessary,
    ...writeDecided(input, input.necessary),
    decidedOn: circumstances.today,
    effective: input.effective ?? (state.controls.necessity.has(named.id) ? circumstances.today : undefined),
  };
  return record(necessityDecided.of(named, data));
}

function refuseReasons(
  { necessary, reasons, exclusionReason }: z.infer<typeof decideNecessityInput>,
  control: string,
): Refusal | undefined {
  if (necessary && reasons.length === 0)
    return refuse('refused', 'necessity.no-reason', { control, at: 'reasons' }).refusal;
  if (necessary && exclusionReason !== undefined)
    return refuse('refused', 'necessity.both-reasons', { control, at: 'exclusionReason' }).refusal;
  return !necessary && reasons.length > 0
    ? refuse('refused', 'necessity.both-reasons', { control, at: 'reasons' }).refusal
    : undefined;
}

/** One for each scope and control; for a control that is not there, one that is not there either. */
export function necessityRecord(
  controls: Controls,
  { scope, control: named }: { readonly scope: string; readonly control: string },
): RecordName {
  const control = controlNamed(controls, named);
  return { kind: 'necessity', id: necessityKey(scope, 'refusal' in control ? named : control.id) };
}

/** What a decision says, as the command that takes it. */
export const necessityBack = readingBack(necessityDecided, (fact) => ({
  scope: fact.data.scope,
  necessary: fact.data.necessary,
  ...decidedBack(fact),
}));

export const necessityEvolvers: readonly Evolver<Controls>[] = [
  on(necessityDecided, (state: Controls, fact: RecordedFact<NecessityData>) => {
    const { record: named, data } = fact;
    const value = { necessary: data.necessary, ...readDecided(data, fact) };
    const decision = { from: data.effective ?? '', value };
    return {
      ...state,
      necessity: state.necessity.update(named.id, [], (before) => [...before, decision]),
    };
  }),
];
