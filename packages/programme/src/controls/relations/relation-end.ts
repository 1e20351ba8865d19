import type { Refusal } from '../../foundation/index.ts';
import { requirementWritten } from '../../governance/index.ts';
import { adoptedRequirement, requirementKey } from '../requirement.ts';
import {
  type Controls,
  type RequirementEnd,
  type StatedRelation,
  touch,
  type WithControls,
} from '../state.ts';

/** An end as it was written; a refusal names the member that it stands in. */
export function endNamed(
  state: WithControls,
  written: string,
  path: 'from' | 'to',
): RequirementEnd | { refusal: Refusal } {
  const { framework = '', requirement = '' } = requirementWritten(written) ?? {};
  const found = adoptedRequirement(state, framework, requirement);
  return 'refusal' in found ? { refusal: { ...found.refusal, path } } : { framework, requirement: found.id };
}

/** The end as `framework/requirement`. */
export function keyOf({ framework, requirement }: RequirementEnd): string {
  return requirementKey(framework, requirement);
}

export function isSameEnd(one: RequirementEnd, other: RequirementEnd): boolean {
  return keyOf(one) === keyOf(other);
}

/** Exactly one relation holds between two sets: whatever a second one says, it repeats or contradicts the first. */
export function hasSameEnds(
  known: StatedRelation,
  { from, to }: Pick<StatedRelation, 'from' | 'to'>,
): boolean {
  if (known.status === 'withdrawn') return false;
  const ends = (relation: Pick<StatedRelation, 'from' | 'to'>) => [
    relation.from.map(keyOf).join('\n'),
    keyOf(relation.to),
  ];
  const [start, target] = ends(known);
  const [otherStart, otherTarget] = ends({ from, to });
  return (start === otherStart && target === otherTarget) || (start === otherTarget && target === otherStart);
}

/** Relations with this requirement at either end, in the order stated; withdrawn ones among them. */
export function relationsOnRequirement(controls: Controls, key: string): StatedRelation[] {
  const ids = controls.relationsOn.get(key)?.toArray() ?? [];
  return ids.map((each) => controls.relations.get(each) as StatedRelation);
}

/** Every requirement that the relation is about, as `framework/requirement`. */
export function endsOf({ from, to }: StatedRelation): string[] {
  return [...from, to].map(keyOf);
}

/** What it says reaches every end of it. */
export function touchEnds(state: Controls, relation: StatedRelation): Controls {
  const { seq } = relation;
  return touch(state, ...endsOf(relation).map((requirement) => ({ seq, requirement })));
}
