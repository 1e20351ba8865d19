import type { Programme } from '@concord/programme';
import { bringUpToDate, type Coverage, workOutCoverage } from './coverage.ts';
import type { Aspect } from './feed.ts';
import { type CoverageRow, coverageRows } from './row.ts';
import { bringStandingsUpToDate, type Standings, workOutStandings } from './standings.ts';

/** A coverage with its rows, ready to be shown. */
export interface Worked {
  readonly coverage: Coverage;
  readonly rows: ReadonlyMap<string, CoverageRow>;
}

/**
 * What a reader of one organisation's programme keeps between questions, so that after one change only what it
 * touched is worked out again. It never holds an answer that could not be had from the facts alone.
 */
export interface ViewMemory {
  readonly worked: Map<string, Worked>;
  /** By scope and day. */
  readonly standings: Map<string, Standings>;
  /** By the object that things were made from, one of each kind. Gone with that object. */
  readonly made: WeakMap<object, Made[]>;
}

interface Made {
  readonly kind: string;
  readonly basis: readonly unknown[];
  readonly value: object;
}

const aspectsKept = 24;

export function newMemory(): ViewMemory {
  return { worked: new Map(), standings: new Map(), made: new WeakMap() };
}

/**
 * The very same object as long as `from` and everything else it was made from is the same: so it need not be written
 * out anew either. `kind` tells apart what else is made from the same object.
 */
export function remember<T extends object>(
  { made }: ViewMemory,
  { from, kind, basis }: { from: object; kind: string; basis: readonly unknown[] },
  make: () => T,
): T {
  for (const known of made.get(from) ?? [])
    if (known.kind === kind && isSame(known.basis, basis)) return known.value as T;
  const value = make();
  // Making it may have remembered something else of the same object.
  const others = (made.get(from) ?? []).filter((each) => each.kind !== kind);
  made.set(from, [...others, { kind, basis, value }]);
  return value;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** Coverage of one aspect of a programme: remembered, brought up to date, or worked out. */
export function coverageOf(programme: Programme, aspect: Aspect, memory: ViewMemory = newMemory()): Worked {
  const key = `${aspect.framework.id} ${aspect.scope} ${aspect.on}`;
  const known = memory.worked.get(key);
  const before = known?.coverage.aspect.framework === aspect.framework ? known : undefined;
  if (before?.coverage.programme === programme) return before;
  const standings = standingsOf(programme, aspect, memory);
  const upToDate = before && bringUpToDate(before.coverage, programme, standings);
  const coverage = upToDate ?? workOutCoverage(programme, aspect, standings);
  const worked = { coverage, rows: coverageRows(coverage, before) };
  keep(memory.worked, key, worked);
  return worked;
}

function standingsOf(programme: Programme, { scope, on }: Aspect, memory: ViewMemory): Standings {
  const key = `${scope} ${on}`;
  const known = memory.standings.get(key);
  if (known?.programme === programme) return known;
  const place = { scope, on };
  const upToDate = known && bringStandingsUpToDate(known, programme, place);
  const standings = upToDate ?? workOutStandings(programme, place);
  keep(memory.standings, key, standings);
  return standings;
}

/** Keeps the few that were asked for last. */
export function keep<T>(table: Map<string, T>, key: string, value: T): void {
  table.delete(key);
  table.set(key, value);
  const [oldest] = table.keys();
  if (table.size > aspectsKept && oldest !== undefined) table.delete(oldest);
}
