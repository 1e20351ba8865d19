import type { ViewMemory } from '../../coverage/memory.ts';

/**
 * A memory of its own that begins where another stands, so that what is only supposed is brought up to date from there
 * and leaves no trace in it. What was worked out is shared and never changed. Standings are used up by whoever brings
 * them up to date: those of the day are copied, those of other days left behind.
 */
export function branchOf({ worked, standings }: ViewMemory, on: string): ViewMemory {
  const branch: ViewMemory = { worked: new Map(worked), standings: new Map(), made: new WeakMap() };
  for (const [key, { programme, table, states }] of standings) {
    if (!key.endsWith(` ${on}`)) continue;
    branch.standings.set(key, { programme, table: new Map(table), states: new Map(states) });
  }
  return branch;
}
