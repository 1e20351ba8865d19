import type { AnswerOf } from '@concord/operations/client';
import type { LotChange } from './lots.ts';

/** The controls as they were looked at, and where the ledger stood then. */
export interface Seen extends Pick<AnswerOf<'controls list'>, 'rows' | 'total'> {
  readonly position: number;
}

/** Where the ledger stands is asked before the rows: what changes between the two is refused then, not overwritten. */
export async function lookAt(ask: {
  readonly position: () => Promise<{ readonly position: number }>;
  readonly rows: () => Promise<Pick<Seen, 'rows' | 'total'>>;
}): Promise<Seen> {
  const { position } = await ask.position();
  const { rows, total } = await ask.rows();
  return { position, rows, total };
}

/** What is sent of a lot: each change with the position at which its controls were seen. */
export function inputsOf(changes: readonly LotChange[], { position }: Pick<Seen, 'position'>) {
  return changes.map(({ controls, set }) => ({ controls, set, position }));
}
