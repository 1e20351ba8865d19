import type { Problem } from '@concord/operations/client';
import type { WhatIf } from '../moves/gains.ts';

export type Planned = WhatIf['plan'][number];

/** What is said in the dialog of all that is kept; what is left out stays as the plan has it. */
export interface Terms {
  /** Places in the plan that are not kept. */
  readonly without: readonly number[];
  /** Who does them all; else the owner of each control. */
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/** The plan as `actions add-many` takes it. */
export function actionsOf(plan: readonly Planned[], { without, owner, due }: Terms): readonly object[] {
  return plan
    .filter((_, at) => !without.includes(at))
    .map((planned) => ({ ...planned, ...(owner ? { owner } : {}), ...(due ? { due } : {}) }));
}

export type Fault = NonNullable<Problem['errors']>[number];

/** Why actions were refused, by their places in the plan: a fault says `actions[3].due`, counted without those left out. */
export function faultsOf(
  errors: readonly Fault[],
  { plan, without }: { readonly plan: readonly Planned[]; readonly without: readonly number[] },
): ReadonlyMap<number, Fault> {
  const kept = plan.map((_, at) => at).filter((at) => !without.includes(at));
  return new Map(
    errors.flatMap((fault) => {
      const place = kept[Number(/^actions\[(\d+)\]/.exec(fault.at)?.[1] ?? Number.NaN)];
      return place === undefined ? [] : [[place, fault] as const];
    }),
  );
}
