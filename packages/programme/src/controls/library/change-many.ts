import { z } from 'zod';
import {
  type Circumstances,
  count,
  type Decision,
  type Fact,
  id,
  type Refusal,
  type RefusedPlace,
  record,
  recordKey,
  refuse,
} from '../../foundation/index.ts';
import { type Control, changeControl, controlNamed } from '../control.ts';
import { changeControlInput } from '../inputs/control-input.ts';
import type { WithControls } from '../state.ts';

/** Many controls, and where the ledger stood when somebody looked at them. */
export const manyControls = {
  controls: z.array(id).min(1).max(10_000).describe('Codes or ids of the controls'),
  position: count
    .pipe(z.number().min(0))
    .optional()
    .describe('Position of the ledger when they were looked at: refused when one of them has changed since'),
};

export const changeManyInput = z.strictObject({
  controls: manyControls.controls,
  set: changeControlInput
    .omit({ control: true, code: true, name: true })
    .refine((members) => Object.keys(members).length > 0, 'names nothing to change')
    .describe('What is changed in each of them, as in `controls set`; a name and a code belong to one alone'),
  position: manyControls.position,
});

type ChangeMany = z.infer<typeof changeManyInput>;

/**
 * Changes the same members in many controls, each with a fact of its own; those that are so already are left. All or
 * nothing: unknown, retired and, by `position`, changed ones are all in `errors` of the refusal.
 */
export function changeMany(state: WithControls, input: ChangeMany, now: Circumstances): Decision {
  const found = controlsMeant(state, input);
  if ('refusal' in found) return found;
  const facts: Fact[] = [];
  for (const control of found) {
    const decision = changeControl(state, { ...input.set, control: control.id }, now);
    if ('refusal' in decision) return atSet(decision.refusal);
    facts.push(...decision.facts);
  }
  return record(...facts);
}

/** Those named, each once; refused with every one that is unknown, retired or has changed since. */
export function controlsMeant(
  state: WithControls,
  { controls, position }: Pick<ChangeMany, 'controls' | 'position'>,
): Iterable<Control> | { refusal: Refusal } {
  const found = new Map<string, Control>();
  const errors: RefusedPlace[] = [];
  for (const [at, named] of controls.entries()) {
    const control = controlNamed(state.controls, named);
    const fault = 'refusal' in control ? control.refusal : faultOf(state, control, position);
    if (fault) errors.push({ at: `controls[${at}]`, code: fault.code, params: fault.params });
    else found.set((control as Control).id, control as Control);
  }
  if (errors.length === 0) return found.values();
  // Only when nothing else is wrong does it help to look again and repeat.
  const kind = errors.every(({ code }) => code === 'control.changed-since') ? 'stale' : 'refused';
  const { refusal } = refuse('refused', 'control.many-faults', {
    count: errors.length,
    all: controls.length,
    at: 'controls',
  });
  return { refusal: { ...refusal, kind, errors } };
}

function faultOf(state: WithControls, { id, code, retiredOn }: Control, position = Number.POSITIVE_INFINITY) {
  if (retiredOn !== undefined) return refuse('conflict', 'control.retired', { control: code }).refusal;
  const revision = state.revisions.get(recordKey({ kind: 'control', id })) ?? 0;
  if (revision <= position) return undefined;
  return refuse('stale', 'control.changed-since', { control: code, position, revision }).refusal;
}

/** What is wrong with a value is wrong for each of them. */
function atSet(refusal: Refusal): { refusal: Refusal } {
  return { refusal: refusal.path === undefined ? refusal : { ...refusal, path: `set.${refusal.path}` } };
}
