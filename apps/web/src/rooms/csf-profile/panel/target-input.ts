import type { Outcome, Target } from '../profile/view.ts';

/** What `targets set` takes beside profile and outcome: the whole target, as it replaces the one before. */
export type TargetInput = Omit<Target, 'source' | 'priorityText'>;

const members = [
  'priority',
  'tier',
  'score',
  'owner',
  'due',
  'rationale',
  'policies',
  'practices',
  'roles',
  'references',
  'notes',
] as const satisfies readonly (keyof TargetInput)[];

/**
 * The target with some members changed. What was said stays; what is empty is left out, as nothing was said. Something
 * that is said of an outcome nobody had spoken of makes it wanted.
 */
export function targetInput({ target }: Pick<Outcome, 'target'>, changed: Partial<TargetInput>) {
  const { wanted = true, ...said } = { ...target, ...changed };
  const kept = members.flatMap((member) => {
    const value = said[member];
    return value === undefined || value === '' ? [] : [[member, value] as const];
  });
  return { wanted, ...Object.fromEntries(kept) };
}
