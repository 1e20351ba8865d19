import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  localDate,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
} from '../foundation/index.ts';
import type { Back, Undoing } from '../governance/index.ts';
import { controlNamed, withoutCode } from './control.ts';
import { type Controls, touch, type WithControls } from './state.ts';

export const controlRetired = factType<{ reason?: string; effective: string }>('ControlRetired', 1, [
  'reason',
]);

/** Retired by a command that was undone: it is in use again, with what stood in it. */
const controlReinstated = factType<{ restores: number }>('ControlReinstated', 1, []);

/** Added by a command that was undone: it is as if it had never been, and its code is free again. */
export const controlRemoved = factType<object>('ControlRemoved', 1, []);

export const retireControlInput = z.strictObject({
  control: id.describe('Code or id of the control'),
  reason: text(10_000).describe('Why it is retired'),
  effective: localDate
    .optional()
    .describe('Last day on which it counts is the day before; not in the future'),
});

/** A retired control keeps its code and its past; from that day on its claims are gone. */
export function retireControl(
  state: WithControls,
  input: z.infer<typeof retireControlInput>,
  circumstances: Circumstances,
): Decision {
  const control = controlNamed(state.controls, input.control);
  if ('refusal' in control) return control;
  if (control.retiredOn !== undefined)
    return refuse('conflict', 'control.retired', { control: control.code });
  const effective = input.effective ?? circumstances.today;
  if (effective > circumstances.today)
    return refuse('refused', 'date.future', { date: effective, at: 'effective' });
  return record(controlRetired.of({ kind: 'control', id: control.id }, { reason: input.reason, effective }));
}

/** The way back of a retirement; one that the same command had added goes altogether. */
export function reinstateRetired({ before }: Undoing<WithControls>, { record: control }: RecordedFact): Back {
  const earlier = before.controls.controls.get(control.id);
  if (!earlier) return { facts: [] };
  return { facts: [controlReinstated.of(control, { restores: earlier.restores ?? earlier.seq })] };
}

export const retirementEvolvers: readonly Evolver<Controls>[] = [
  on(
    controlRetired,
    (state: Controls, { record: { id }, data, seq }: RecordedFact<{ effective: string }>) => {
      const control = state.controls.get(id);
      if (!control) return state;
      const retired = { ...control, retiredOn: data.effective, restores: undefined, seq };
      return touch({ ...state, controls: state.controls.set(id, retired) }, { seq, control: id });
    },
  ),
  on(
    controlReinstated,
    (state: Controls, { record: { id }, data, seq }: RecordedFact<{ restores: number }>) => {
      const control = state.controls.get(id);
      if (!control) return state;
      const reinstated = { ...control, retiredOn: undefined, restores: data.restores, seq };
      return touch({ ...state, controls: state.controls.set(id, reinstated) }, { seq, control: id });
    },
  ),
  on(controlRemoved, (state: Controls, { record: { id }, seq }: RecordedFact<object>) => {
    const control = state.controls.get(id);
    if (!control) return state;
    const byCode = withoutCode(state, control);
    return touch({ ...state, controls: state.controls.delete(id), byCode }, { seq, control: id });
  }),
];
