import type { Progress } from '@concord/operations';
import type { Stage } from '@concord/reports';
import type { Rendered } from './rendering.ts';
import { toldWhile } from './told-while.ts';

/** Composed and waiting for its turn, being set, and for a PDF being written, each as long as it takes. */
const done: Readonly<Record<Stage, number>> = { 'at-work': 1, 'laid-out': 2 };
const stages = 3;

/** A document with how far it is: at which stage, and of a long one how many rows are taken in. */
export async function* stagesOf(
  making: (tell: (stage: Stage) => void) => Promise<Rendered>,
): AsyncGenerator<Uint8Array | Progress, void> {
  yield { step: 'document', done: 0, of: stages };
  const parts = toldWhile(making);
  let next = await parts.next();
  for (; !next.done; next = await parts.next())
    yield { step: 'document', done: done[next.value], of: stages };
  const { content } = next.value;
  if (content instanceof Uint8Array) yield content;
  else yield* content;
  yield { step: 'document', done: stages, of: stages };
}
