import type { Control, Programme } from '@concord/programme';
import type { InLanguage } from '../language/say.ts';
import { atOnce, type InParts } from '../pauses/in-parts.ts';
import { askingInParts, bringUpToDate, type Coverage, workOutCoverage } from './coverage.ts';
import type { Aspect, Standing } from './feed.ts';
import { type CoverageRow, coverageRows } from './row.ts';
import { bringStandingsUpToDate, type Standings, standingsInParts, standingsWith } from './standings.ts';

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
  readonly language: string;
  readonly basis: readonly unknown[];
  readonly value: object;
}

const aspectsKept = 24;
const daysKept = 3;

export function newMemory(): ViewMemory {
  return { worked: new Map(), standings: new Map(), made: new WeakMap() };
}

/** Where something is remembered, and in which language it speaks; what holds no words is remembered once for all. */
export interface Remembering extends InLanguage {
  readonly memory: ViewMemory;
}

/**
 * The very same object as long as `from` and everything else it was made from is the same: so it need not be written
 * out anew either. `kind` tells apart what else is made from the same object; each language has its own.
 */
export function remember<T extends object>(
  { memory: { made }, language = 'en' }: Remembering,
  { from, kind, basis }: { from: object; kind: string; basis: readonly unknown[] },
  make: () => T,
): T {
  const all = made.get(from);
  // Asked several times for every row of every view: counted loops, without an iterator or a closure each time.
  for (let at = 0; all && at < all.length; at += 1) {
    const known = all[at] as Made;
    if (known.kind === kind && known.language === language && isSame(known.basis, basis))
      return known.value as T;
  }
  const value = make();
  // Making it may have remembered something else of the same object.
  const others = (made.get(from) ?? []).filter((each) => each.kind !== kind || each.language !== language);
  made.set(from, [...others, { kind, language, basis, value }]);
  return value;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** Coverage of one aspect of a programme: remembered, brought up to date, or worked out. */
export function coverageOf(programme: Programme, aspect: Aspect, memory: ViewMemory = newMemory()): Worked {
  return atOnce(coverageInParts(programme, aspect, memory));
}

/** The same part by part, so that others are answered meanwhile. */
export function* coverageInParts(programme: Programme, aspect: Aspect, memory: ViewMemory): InParts<Worked> {
  const known = earlierOf(aspect, memory);
  if (known && isOf(known, programme)) return known;
  yield* standingsOf(programme, aspect, memory);
  const asking = known ? undefined : yield* askingInParts(programme, aspect);
  // At hand, unless somebody who asked of a later programme has used them up between two parts.
  const standings = yield* standingsOf(programme, aspect, memory);
  const before = earlierOf(aspect, memory);
  if (before && isOf(before, programme)) return before;
  const upToDate = before && bringUpToDate(before.coverage, programme, standings);
  const coverage = upToDate ?? workOutCoverage(programme, aspect, { standings, asking });
  const worked = { coverage, rows: coverageRows(coverage, before) };
  keepLatest(memory.worked, aspectKey(aspect), {
    value: worked,
    programmeOf: (each) => each.coverage.programme,
  });
  return worked;
}

/** Of that programme altogether: how its controls stand may have been used up for a later one. */
function isOf({ coverage }: Worked, programme: Programme): boolean {
  return coverage.programme === programme && standingsWith(coverage.standings, programme) !== undefined;
}

function aspectKey({ framework, ...place }: Aspect): string {
  return `${framework.id} ${placeKey(place)}`;
}

function earlierOf(aspect: Aspect, { worked }: ViewMemory): Worked | undefined {
  const known = worked.get(aspectKey(aspect));
  return known?.coverage.aspect.framework === aspect.framework ? known : undefined;
}

/** How every control that is not retired stands in a scope on a day; remembered likewise. */
export function* standingsOf(programme: Programme, place: Place, memory: ViewMemory): InParts<Standings> {
  const key = placeKey(place);
  const known = memory.standings.get(key);
  const same = known?.programme === programme ? known : overtaken(programme, place, memory);
  if (same) return same;
  const upToDate = known && bringStandingsUpToDate(known, programme, place);
  const standings = upToDate ?? (yield* standingsInParts(programme, place));
  keepLatest(memory.standings, key, { value: standings, programmeOf: (each) => each.programme });
  return standings;
}

/** Worked out for one framework already, while others asked of a later programme. */
function overtaken(
  programme: Programme,
  { scope, on }: Place,
  { worked }: ViewMemory,
): Standings | undefined {
  for (const { coverage } of worked.values()) {
    const { aspect, standings } = coverage;
    const found = aspect.scope === scope && aspect.on === on && standingsWith(standings, programme);
    if (found) return found;
  }
  return undefined;
}

/** How a control stands, where that has been worked out already. */
export function standingKnown(
  { standings }: ViewMemory,
  programme: Programme,
  { id, ...place }: Place & Pick<Control, 'id'>,
): Standing | undefined {
  const known = standings.get(placeKey(place));
  return known?.programme === programme ? known.table.get(id) : undefined;
}

type Place = Pick<Aspect, 'scope' | 'on'>;

function placeKey({ scope, on }: Place): string {
  return `${scope} ${on}`;
}

/** What is worked out in parts may be overtaken by somebody who asked later, of a later programme. */
function keepLatest<T>(
  table: Map<string, T>,
  key: string,
  { value, programmeOf }: { value: T; programmeOf: (each: T) => Programme },
): void {
  const known = table.get(key);
  if (known && programmeOf(known).position > programmeOf(value).position) return;
  keep(table, key, value);
}

/** Keeps those that were asked for last: a few, or all that the last days were asked for. */
export function keep<T>(table: Map<string, T>, key: string, value: T): void {
  table.delete(key);
  table.set(key, value);
  if (table.size <= aspectsKept) return;
  const keys = [...table.keys()];
  const days = [...new Set(keys.map(dayOf).reverse())].slice(0, daysKept);
  const oldest = keys.find((each) => !days.includes(dayOf(each)));
  if (oldest !== undefined) table.delete(oldest);
}

/** Keys end with the day. */
function dayOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}
