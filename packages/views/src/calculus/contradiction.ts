import { EMPTY, type Knowledge, U } from './knowledge.ts';
import { compareInferences } from './local.ts';
import type { Inference, Side, TrailStep } from './question.ts';

/** An inference, and in which wave it was drawn; 0 for judgements and claims. */
export interface Drawn {
  readonly inference: Inference;
  readonly wave: number;
}

/** The inferences drawn about a requirement. */
export type DrawnAbout = (id: string) => readonly Drawn[];

/** A smallest set that leaves no state, of inferences that together leave none. Three states: three suffice. */
export function sidesOf(drawn: readonly Drawn[], drawnAbout: DrawnAbout): Side[] {
  const ordered = [...drawn].sort((a, b) => compareInferences(a.inference, b.inference));
  const sides = choose(ordered, 2, U) ?? choose(ordered, 3, U) ?? [];
  return sides.map((side) => ({ ...side.inference, trail: trailOf(side, drawnAbout) }));
}

/** The first `count`, in their order, that leave nothing of `left`. */
function choose(from: readonly Drawn[], count: number, left: Knowledge): Drawn[] | undefined {
  if (count === 0) return left === EMPTY ? [] : undefined;
  for (const [at, drawn] of from.entries()) {
    const rest = choose(from.slice(at + 1), count - 1, left & drawn.inference.allows);
    if (rest !== undefined) return [drawn, ...rest];
  }
  return undefined;
}

/** What was drawn about the sources in earlier waves, and about theirs. */
function trailOf(side: Drawn, drawnAbout: DrawnAbout): TrailStep[] {
  const trail: TrailStep[] = [];
  const seen = new Map([[side.inference, side]]);
  for (const { inference, wave } of seen.values()) {
    if (inference.by === 'judgement' || inference.by === 'claim') continue;
    for (const requirement of inference.sources)
      for (const earlier of drawnAbout(requirement)) {
        if (earlier.wave >= wave || seen.has(earlier.inference)) continue;
        seen.set(earlier.inference, earlier);
        trail.push({ ...earlier.inference, requirement });
      }
  }
  return trail.sort(compareSteps);
}

function compareSteps(a: TrailStep, b: TrailStep): number {
  if (a.hops !== b.hops) return b.hops - a.hops;
  if (a.requirement !== b.requirement) return a.requirement < b.requirement ? -1 : 1;
  return compareInferences(a, b);
}
