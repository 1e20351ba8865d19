import type { Inference, Side } from '../calculus/index.ts';
import type { ViewAsked } from '../envelope.ts';
import { maySeeControl } from '../reader.ts';

type Whose = Pick<ViewAsked, 'programme' | 'reader'>;

/** An inference with the controls that the reader may not see left unnamed. */
export function visibleInference<T extends Inference>(inference: T, { programme, reader }: Whose): T {
  const named = (id: string) => (maySeeControl(programme, reader, id) ? id : 'hidden');
  return { ...inference, sources: inference.sources.map(named) };
}

/** One side of a contradiction, down to all that it rests on. */
export function visibleSide(side: Side, whose: Whose): Side {
  const trail = side.trail.map((step) => visibleInference(step, whose));
  return { ...visibleInference(side, whose), trail };
}
