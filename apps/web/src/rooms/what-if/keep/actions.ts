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
