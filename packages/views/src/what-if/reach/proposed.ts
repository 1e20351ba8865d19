import { editionIn, requirementOf } from '@concord/catalog';
import type { ViewAsked } from '../../envelope.ts';
import { languageOf } from '../../language/say.ts';
import type { InParts } from '../../pauses/in-parts.ts';
import { Closure } from './closure.ts';
import type { Goal } from './goal.ts';
import { type Model, modelOf } from './model.ts';

/** What confirming the proposed claims on wanted requirements would bring, apart from any list. */
export interface Proposed {
  /** Claims that would say of a wanted requirement that it is met. */
  readonly claims: number;
  /** Requirements that would be met at once, with the controls that work already. */
  readonly now: readonly { readonly framework: string; readonly id: string; readonly title: string }[];
  /** By goal, how many more could be met if every control worked. */
  readonly reachable: readonly { readonly framework: string; readonly more: number }[];
}

/** What is known without them: the model of confirmed claims alone, and how many of each goal it can meet. */
interface Without {
  readonly model: Model;
  readonly reachable: readonly number[];
}

export function* proposedOf(
  goals: readonly Goal[],
  { model: without, reachable }: Without,
  asked: Pick<ViewAsked, 'programme' | 'language'>,
): InParts<Proposed> {
  const before = metNow(without);
  const model = goals.some(hasProposed)
    ? yield* modelOf(goals, { programme: asked.programme, confirmed: true })
    : without;
  const closure = new Closure(model.problem);
  const now = goals.flatMap(({ framework, requirements, coverage }, at) => {
    const nodes = model.nodes[at] as ReadonlyMap<string, number>;
    const edition = editionIn(languageOf(asked), coverage.aspect.framework);
    return requirements
      .filter((id) => closure.met[nodes.get(id) ?? -1] === 1 && !before[at]?.has(id))
      .map((id) => ({
        framework: framework.id,
        id,
        title: requirementOf(edition, id)?.title ?? '',
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

function hasProposed({ coverage }: Goal): boolean {
  return [...coverage.claims.values()].some((all) => all.some(({ read }) => read.capped === 'proposed'));
}

function metNow({ problem, nodes }: Model): ReadonlySet<string>[] {
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
