import type { Programme } from '@concord/programme';
import type { ViewMemory } from '../coverage/memory.ts';
import { copyOf, type Standings } from '../coverage/standings.ts';

/**
 * A memory of its own that begins where another stands, so that what is only supposed is brought up to date from there
 * and leaves no trace in it. What was worked out is shared and never changed. Standings are used up by whoever brings
 * them up to date: those of the day are copied, also under what was worked out with them, so that the branch can be
 * read on while the other goes on; those of other days are left behind. So is what others asked of a later programme
 * meanwhile: what is supposed takes the places in the ledger that its facts have, and would be taken for it.
 */
export function branchOf(
  { worked, standings }: ViewMemory,
  { programme, on }: { programme: Programme; on: string },
): ViewMemory {
  const branch: ViewMemory = { worked: new Map(), standings: new Map(), made: new WeakMap() };
  const copies = new Map<Standings['table'], Standings['table']>();
  for (const [key, known] of standings) {
    if (!key.endsWith(` ${on}`) || known.programme.position > programme.position) continue;
    const copy = copyOf(known);
    branch.standings.set(key, copy);
    copies.set(known.table, copy.table);
  }
  for (const [key, { coverage, rows }] of worked) {
    const own = copies.get(coverage.standings);
    if (own && coverage.programme.position <= programme.position)
      branch.worked.set(key, { coverage: { ...coverage, standings: own }, rows });
  }
  return branch;
}
