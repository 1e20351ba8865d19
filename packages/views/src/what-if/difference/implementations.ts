import type { Worked } from '../../coverage/memory.ts';
import type { CoverageRow } from '../../coverage/row.ts';

/** How many requirements have what is claimed to meet them in place: by what the organisation says of its controls. */
export type Implementations = Readonly<Record<CoverageRow['implementation'], number>>;

/** Those that are left out are not counted. */
export function implementationsOf({ rows }: Worked, ids: readonly string[]): Implementations {
  const counts = { yes: 0, partly: 0, no: 0 };
  for (const id of ids) {
    const row = rows.get(id);
    if (row && row.kind !== 'excluded') counts[row.implementation] += 1;
  }
  return counts;
}
