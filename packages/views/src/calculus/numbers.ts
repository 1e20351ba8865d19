import { F, type Knowledge } from './knowledge.ts';
import type { Kind, Result } from './question.ts';

/** A framework's interval, over distinct requirements; shares are 0 to 1. Print the counts beside it. */
export interface Numbers {
  /** Requirements that are asked: the excluded are not among them. */
  readonly n: number;
  /** Met: {F}, by a kind that may print as satisfied. */
  readonly met: number;
  /** Possibly met: F is not ruled out; conflicts and unknowns are among them. */
  readonly possible: number;
  /** met / n, 0 for n = 0. */
  readonly lower: number;
  /** possible / n, 0 for n = 0. */
  readonly upper: number;
  /** Met by judgement or claim on the requirement itself. */
  readonly asserted: number;
  readonly unclaimed: number;
  /** Claimed, and yet nothing is known; those that are stale are among them. */
  readonly unknown: number;
  readonly stale: number;
  readonly conflict: number;
  readonly excluded: number;
  readonly byKind: Readonly<Record<Kind, number>>;
}

const MET: ReadonlySet<Kind> = new Set<Kind>(['assessed', 'claimed', 'inferred']);

/** True where a report may say satisfied: not for {F} over more relations than the limit (decision 5). */
export function isMet(result: Result): boolean {
  return result.knowledge === F && MET.has(result.kind);
}

/** True where F is not ruled out. A conflict counts here and not as met (decision 3). */
function isPossible({ kind, knowledge }: { kind: Kind; knowledge: Knowledge }): boolean {
  return kind === 'conflict' || (kind !== 'excluded' && (knowledge & F) !== 0);
}

function noneOfAnyKind(): Record<Kind, number> {
  return {
    assessed: 0,
    claimed: 0,
    inferred: 0,
    indicative: 0,
    gap: 0,
    stale: 0,
    unclaimed: 0,
    unknown: 0,
    conflict: 0,
    excluded: 0,
  };
}

/**
 * Framework numbers (methods 4.6; our own computation) over the requirements named, each counted once however
 * often it is named; an id without a result is passed over. Where nothing is asked (n = 0) both bounds are 0:
 * nothing is met, and a reader is to print "nothing applies" rather than a share.
 */
export function countNumbers(results: ReadonlyMap<string, Result>, ids: Iterable<string>): Numbers {
  const byKind = noneOfAnyKind();
  let met = 0;
  let possible = 0;
  let named = 0;
  for (const id of new Set(ids)) {
    const result = results.get(id);
    if (result === undefined) continue;
    named += 1;
    byKind[result.kind] += 1;
    if (isMet(result)) met += 1;
    if (isPossible(result)) possible += 1;
  }
  const n = named - byKind.excluded;
  const { unclaimed, stale, conflict, excluded } = byKind;
  const unknown = byKind.unknown + stale;
  const shares = { lower: n === 0 ? 0 : met / n, upper: n === 0 ? 0 : possible / n };
  const asserted = byKind.assessed + byKind.claimed;
  return { n, met, possible, ...shares, asserted, unclaimed, unknown, stale, conflict, excluded, byKind };
}
