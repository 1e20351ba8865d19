import { requirementOf } from '@concord/catalog';
import type { ViewAsked } from '../../envelope.ts';
import { Closure } from './closure.ts';
import type { Goal } from './goal.ts';
import { modelOf } from './model.ts';

/** What confirming the proposed claims on wanted requirements would bring, apart from any list. */
export interface Proposed {
  /** Claims that would say of a wanted requirement that it is met. */
  readonly claims: number;
  /** Requirements that would be met at once, with the controls that work already. */
  readonly now: readonly { readonly framework: string; readonly id: string; readonly title: string }[];
  /** By goal, how many more could be met if every control worked. */
  readonly reachable: readonly { readonly framework: string; readonly more: number }[];
}

export function proposedOf(
  goals: readonly Goal[],
  reachable: readonly number[],
  { programme }: Pick<ViewAsked, 'programme'>,
): Proposed {
  const before = metNow(goals, { programme, confirmed: false });
  const model = modelOf(goals, { programme, confirmed: true });
  const closure = new Closure(model.problem);
  const now = goals.flatMap(({ framework, requirements, coverage }, at) => {
    const nodes = model.nodes[at] as ReadonlyMap<string, number>;
    return requirements
      .filter((id) => closure.met[nodes.get(id) ?? -1] === 1 && !before[at]?.has(id))
      .map((id) => ({
        framework: framework.id,
        id,
        title: requirementOf(coverage.aspect.framework, id)?.title ?? '',
      }));
  });
  for (let control = 0; control < model.problem.controls; control += 1) closure.add(control);
  return {
    claims: goals.reduce((sum, goal) => sum + proposedOn(goal), 0),
    now,
    reachable: goals.map(({ framework }, at) => ({
      framework: framework.id,
      more: (closure.counts[at] ?? 0) - (reachable[at] ?? 0),
    })),
  };
}

function metNow(goals: readonly Goal[], asked: Parameters<typeof modelOf>[1]): ReadonlySet<string>[] {
  const { problem, nodes } = modelOf(goals, asked);
  const { met } = new Closure(problem);
  return nodes.map((known) => new Set([...known].flatMap(([id, node]) => (met[node] === 1 ? [id] : []))));
}

function proposedOn({ coverage, requirements }: Goal): number {
  const proposed = requirements.flatMap((id) =>
    (coverage.claims.get(id) ?? []).filter(
      ({ read }) => read.capped === 'proposed' && (read.relation === 'SUP' || read.relation === 'EQ'),
    ),
  );
  return proposed.length;
}
