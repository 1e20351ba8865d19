import { type StarterControl, starterCondition, starterLibrary } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Fact,
  id,
  type Refusal,
  record,
  refuse,
} from '../../foundation/index.ts';
import { controlAdded } from '../control.ts';
import type { WithControls } from '../state.ts';
import { claimsProposed } from './starter-proposals.ts';
import {
  adoptedStarters,
  chosenStarters,
  starterSelection,
  starterSource,
  startersInUse,
} from './starter-selection.ts';

const conditions = starterLibrary().conditions.map((condition) => condition.id) as [string, ...string[]];

export const adoptStarterInput = z.strictObject({
  ...starterSelection,
  frameworks: z
    .array(id)
    .min(1)
    .max(100)
    .optional()
    .describe('Frameworks for which claims are proposed; every adopted one when left out'),
  without: z
    .array(z.enum(conditions))
    .max(conditions.length)
    .default([])
    .describe('Conditions that do not hold here: their controls are added as not of use, e.g. ot'),
});

/**
 * Takes starter controls into the organisation's own library, planned and in its language, and proposes what each of
 * them is to the adopted frameworks. Asked again it adds only what is missing, such as claims on a framework adopted since: a
 * control or a claim that is there, changed, retired or refused by now is left as the organisation has it.
 */
export function adoptStarter(
  state: WithControls,
  input: z.infer<typeof adoptStarterInput>,
  circumstances: Circumstances,
): Decision {
  const ids = startersInUse(state.controls);
  const chosen = chosenStarters(input, ids);
  if ('refusal' in chosen) return chosen;
  const frameworks = frameworksMeant(state, input.frameworks);
  if ('refusal' in frameworks) return frameworks;
  const adopted = adoptedStarters(state.controls);
  const missing = chosen.filter(({ code }) => !adopted.has(code));
  const taken = missing.filter(({ code }) => state.controls.byCode.has(code));
  if (taken.length > 0) {
    const codes = taken.map(({ code }) => code).join(', ');
    return refuse('conflict', 'starter.codes-taken', { codes, at: 'controls' });
  }
  const added = missing.map((control): Fact => {
    const controlId = circumstances.newId();
    ids.set(control.code, controlId);
    return controlAdded.of({ kind: 'control', id: controlId }, asAdded(control, input));
  });
  const codes = new Set(chosen.map(({ code }) => code));
  const wanted = { codes, frameworks, ids, language: input.language };
  return record(...added, ...claimsProposed(state, wanted, circumstances));
}

function frameworksMeant(
  state: WithControls,
  named: readonly string[] | undefined,
): ReadonlySet<string> | { refusal: Refusal } {
  const { adoptions } = state.governance;
  const other = named?.find((framework) => !adoptions.has(framework));
  return other === undefined
    ? new Set(named ?? adoptions.keys())
    : refuse('conflict', 'framework.not-adopted', { framework: other, at: 'frameworks' });
}

function asAdded(
  control: StarterControl,
  { without, language }: Pick<z.infer<typeof adoptStarterInput>, 'without' | 'language'>,
) {
  const { code, name, statement, frequency, family, test, usualEvidence, condition } = control;
  return {
    code,
    name,
    statement,
    frequency,
    design: 'accepted' as const,
    scopes: [],
    condition: condition === undefined ? undefined : starterCondition(condition, language),
    conditionHolds: condition === undefined || !without.includes(condition),
    implementation: 'planned' as const,
    family,
    test,
    usualEvidence: [...usualEvidence],
    source: starterSource(code),
  };
}
