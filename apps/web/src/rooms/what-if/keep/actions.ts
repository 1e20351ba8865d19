import type { AnswerOf, Problem } from '@concord/operations/client';
import type { WhatIf } from '../moves/gains.ts';

export type Planned = WhatIf['plan'][number];

export type OpenAction = AnswerOf<'actions list'>['rows'][number];

/**
 * Actions that are open already for what the plan is about, by its places: for the same control or piece of evidence, or
 * for all of the requirements that it closes.
 */
export function alreadyIn(
  plan: readonly Planned[],
  open: readonly OpenAction[],
): ReadonlyMap<number, readonly OpenAction[]> {
  return new Map(
    plan.flatMap((planned, at) => {
      const found = open.filter((action) => isAbout(action, planned));
      return found.length > 0 ? [[at, found] as const] : [];
    }),
  );
}

function isAbout(action: OpenAction, { closes }: Planned): boolean {
  const closed = new Set(action.closes.map(written));
  const requirements = closes.filter(({ kind }) => kind === 'requirement');
  const others = closes.filter(({ kind }) => kind !== 'requirement');
  return [requirements, others].some(
    (subjects) => subjects.length > 0 && subjects.every((subject) => closed.has(written(subject))),
  );
}

const written = ({ kind, id }: Planned['closes'][number]) => `${kind}/${id}`;

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
