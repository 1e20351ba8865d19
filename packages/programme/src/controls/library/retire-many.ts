import { z } from 'zod';
import { type Circumstances, type Decision, type Fact, record } from '../../foundation/index.ts';
import { retireControl, retireControlInput } from '../retirement.ts';
import type { WithControls } from '../state.ts';
import { controlsMeant, manyControls } from './change-many.ts';

export const retireManyInput = z.strictObject({
  ...manyControls,
  reason: retireControlInput.shape.reason,
  effective: retireControlInput.shape.effective,
});

/**
 * Retires many controls for one reason, each with a fact of its own. All or nothing: unknown, retired and, by
 * `position`, changed ones are all in `errors` of the refusal.
 */
export function retireMany(
  state: WithControls,
  input: z.infer<typeof retireManyInput>,
  now: Circumstances,
): Decision {
  const found = controlsMeant(state, input);
  if ('refusal' in found) return found;
  const { reason, effective } = input;
  const facts: Fact[] = [];
  for (const { id } of found) {
    const decision = retireControl(state, { control: id, reason, effective }, now);
    if ('refusal' in decision) return decision;
    facts.push(...decision.facts);
  }
  return record(...facts);
}
