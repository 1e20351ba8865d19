import { assessableOf } from '@concord/catalog';
import { adoptedEdition, type Programme } from '@concord/programme';
import { countNumbers, type Numbers } from '../calculus/index.ts';
import { workOutCoverage } from '../coverage/coverage.ts';
import type { ViewMemory } from '../coverage/memory.ts';
import { type Standings, standingsInParts } from '../coverage/standings.ts';
import type { InParts } from '../pauses/in-parts.ts';

/** The interval of one framework over its assessable requirements; the same whoever reads. */
export type Interval = Omit<Numbers, 'byKind'>;

/** By framework; null where it was not adopted. */
export type Intervals = ReadonlyMap<string, Interval | null>;

/** What is looked at: a day, as known at a position. */
export interface Point {
  readonly day: string;
  readonly position: number;
}

const pointsKept = 400;
const tables = new WeakMap<ViewMemory, Map<string, Intervals>>();

/** What was known at a position of a day is not known otherwise later: remembered, unless another framework is asked for. */
export function recall(
  memory: ViewMemory,
  { position, day }: Point,
  frameworks: readonly string[],
): Intervals | undefined {
  const known = tables.get(memory)?.get(`${position} ${day}`);
  return known && frameworks.every((id) => known.has(id)) ? known : undefined;
}

export function* workOutIntervals(
  memory: ViewMemory,
  { programme, day }: { readonly programme: Programme; readonly day: string },
  frameworks: readonly string[],
): InParts<Intervals> {
  const standings = new Map<string, Standings>();
  const found = new Map<string, Interval | null>();
  for (const id of frameworks) {
    found.set(id, yield* intervalOf(programme, { id, on: day }, standings));
    yield;
  }
  const table = tables.get(memory) ?? new Map<string, Intervals>();
  tables.set(memory, table);
  table.set(`${programme.position} ${day}`, found);
  const [oldest] = table.keys();
  if (table.size > pointsKept && oldest !== undefined) table.delete(oldest);
  return found;
}

/** In the scope of the adoption. How controls stand is shared by the frameworks of one scope. */
function* intervalOf(
  programme: Programme,
  { id, on }: { readonly id: string; readonly on: string },
  standings: Map<string, Standings>,
): InParts<Interval | null> {
  const adoption = programme.governance.adoptions.get(id);
  const framework = adoptedEdition(programme.governance, id);
  if (!adoption || !framework) return null;
  const { scope } = adoption;
  const stand = standings.get(scope) ?? (yield* standingsInParts(programme, { scope, on }));
  if (!standings.has(scope)) yield;
  standings.set(scope, stand);
  const { results } = workOutCoverage(programme, { framework, scope, on }, { standings: stand });
  const ids = assessableOf(framework).map((requirement) => requirement.id);
  const { byKind: _byKind, ...interval } = countNumbers(results, ids);
  return interval;
}
