import type { Framework } from '@concord/catalog';
import type { Programme } from '@concord/programme';
import { coverageOf } from '../../coverage/memory.ts';
import type { CoverageRow } from '../../coverage/row.ts';
import type { ViewAsked } from '../../envelope.ts';
import { branchOf } from '../../supposed/branch.ts';
import { carryOut } from '../../supposed/carry-out.ts';
import type { Step } from './step.ts';

/** Whose requirement is asked about, and where. */
export interface Place {
  readonly asked: ViewAsked;
  readonly framework: Framework;
  readonly scope: string;
  readonly requirement: string;
}

/** The programme after some steps; undefined when one of them would be refused. */
export function take({ asked }: Place, programme: Programme, steps: readonly Step[]): Programme | undefined {
  const deeds = steps.flatMap((step) => step.deeds);
  const after = carryOut(programme, deeds, { on: asked.on, actor: asked.reader.person });
  return 'refusal' in after ? undefined : after;
}

/**
 * How the requirement would stand after some steps, by the same way on which it stands as it does: the rules of the
 * commands, then the calculus. Undefined when a step would be refused.
 */
export function standingAfter(place: Place, steps: readonly Step[]): CoverageRow | undefined {
  const { asked, framework, scope, requirement } = place;
  const after = take(place, asked.programme, steps);
  if (!after) return undefined;
  const { rows } = coverageOf(after, { framework, scope, on: asked.on }, branchOf(asked.memory, asked));
  return rows.get(requirement);
}
