import { edition, linksOf } from '@concord/catalog';
import type { Programme } from '@concord/programme';
import { infer, REL, type Result, type State, statesOf, U } from '../calculus/index.ts';
import { coverageOf, type ViewMemory } from './memory.ts';

/** What a published crosswalk suggests of a requirement, from what is known at its other end. Never part of the result. */
export interface CrosswalkHint {
  readonly crosswalk: string;
  readonly developer: string;
  readonly framework: string;
  readonly requirement: string;
  readonly relation: 'related';
  /** States it would leave possible, were it more than a hint. */
  readonly suggests: readonly State[];
}

export interface HintsAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly memory: ViewMemory;
}

/** Decision 1 of methods 4.6: rows of a crosswalk are kept and shown beside the result, and never enter it. */
export function hintsOn(asked: HintsAsked, framework: string, requirement: string): CrosswalkHint[] {
  const hints: CrosswalkHint[] = [];
  for (const link of linksOf(framework, requirement)) {
    const result = resultAt(asked, link.framework, link.requirement);
    const suggests = result ? infer(told(result), REL) : U;
    if (suggests === U) continue;
    const { crosswalk, developer, relation } = link;
    hints.push({
      crosswalk,
      developer,
      framework: link.framework,
      requirement: link.requirement,
      relation,
      suggests: statesOf(suggests),
    });
  }
  return hints;
}

function resultAt({ programme, on, memory }: HintsAsked, frameworkId: string, requirement: string): Result | undefined {
  const adoption = programme.governance.adoptions.get(frameworkId);
  const framework = adoption && edition(frameworkId, adoption.edition);
  if (!framework) return undefined;
  const { coverage } = coverageOf(programme, { framework, scope: adoption.scope, on }, memory);
  return coverage.results.get(requirement);
}

/** A conflict and a gap by the closed list tell nothing to others. */
function told(result: Result): number {
  const silent = result.kind === 'conflict' || result.kind === 'excluded' || result.gapBy === 'claim';
  return silent ? U : result.knowledge;
}
