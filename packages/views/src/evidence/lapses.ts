import {
  type Control,
  type Controls,
  type Freshness,
  implementationOn,
  type Period,
  periodOn,
} from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import type { Standing } from '../coverage/feed.ts';
import type { LibraryAsked } from '../library/control-library.ts';
import type { Line } from '../library/line.ts';
import { openShelf, type Shelf } from '../library/shelf.ts';
import { maySee, type Reader } from '../reader.ts';

export interface LapsesFilter {
  /** Days from the day asked about. */
  readonly within: number;
  readonly offset: number;
  readonly limit: number;
}

/** A control, the piece that holds it up, until when, and what rests on it. */
export interface LapseRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly owner?: string | undefined;
  readonly freshness: Freshness;
  readonly piece?: { readonly id: string; readonly title: string; readonly collectedOn: string };
  /** Last day on which it is fresh; for a failure its day. */
  readonly until?: string | undefined;
  readonly graceUntil?: string | undefined;
  /** Days left until it is no longer fresh; below nought in grace and after. */
  readonly daysLeft?: number;
  /** How often a result is due that would take its place, and how long that one will count. */
  readonly frequency?: string | undefined;
  readonly period?: Period;
  /** How many requirements the control is confirmed for, by framework. */
  readonly holdsUp: Readonly<Record<string, number>>;
}

export interface LapseSection {
  readonly total: number;
  readonly rows: readonly LapseRow[];
}

/** Methods 6.4: what lapses when. Sections beside it: what has lapsed, what failed, what was never shown. */
export interface EvidenceLapses extends LapseSection {
  readonly view: 'evidence-lapses';
  readonly on: string;
  readonly knownAt: number;
  readonly within: number;
  /** Last day of the window. */
  readonly to: string;
  /** Controls the reader may not see. */
  readonly hidden: number;
  /** Controls that stand nowhere here: planned only, retired, or of no use now. */
  readonly notInPlace: number;
  readonly lapsed: LapseSection;
  readonly failed: LapseSection;
  readonly missing: LapseSection;
}

/** A control with what shows that it works. */
export interface Lapse {
  readonly line: Line;
  readonly shown: Standing['shown'];
}

/** Whose evidence lapses within the days ahead, has lapsed or failed, or never was. */
export interface Lapses {
  readonly hidden: number;
  readonly notInPlace: number;
  readonly lapsing: readonly Lapse[];
  readonly lapsed: readonly Lapse[];
  readonly failed: readonly Lapse[];
  readonly missing: readonly Lapse[];
}

/** Every control in place that the reader may see, sorted by the day on which its evidence stops being fresh. */
export function evidenceLapses(asked: LibraryAsked, filter: LapsesFilter): EvidenceLapses {
  const { programme, on } = asked;
  const { within } = filter;
  const { to, found } = lapsesWithin(asked, within);
  const section = (lapses: readonly Lapse[]) => sectionOf(asked, lapses, filter);
  return {
    view: 'evidence-lapses',
    on,
    knownAt: programme.position,
    within,
    to,
    hidden: found.hidden,
    notInPlace: found.notInPlace,
    ...section(found.lapsing),
    lapsed: section(found.lapsed),
    failed: section(found.failed),
    missing: section(found.missing),
  };
}

/** The same as it is found, before it is put into rows. */
export function lapsesWithin(asked: LibraryAsked, within: number): { to: string; found: Lapses } {
  const { on, reader } = asked;
  const to = Temporal.PlainDate.from(on).add({ days: within }).toString();
  const shelf = openShelf(asked);
  const question = JSON.stringify(['lapses', reader.sees, reader.person, to]);
  return { to, found: shelf.found(question, () => findLapses(shelf, reader, to)) };
}

function findLapses(shelf: Shelf, reader: Reader, to: string): Lapses {
  const by: Record<Freshness, Lapse[]> = { fresh: [], due: [], stale: [], failed: [], missing: [] };
  let [hidden, notInPlace] = [0, 0];
  for (const line of shelf.lines) {
    // A control that was taken back leaves its place empty.
    if (line === undefined) continue;
    if (!maySee(reader, line.control.owner)) hidden += 1;
    else if (!isInPlace(line.control, shelf.on)) notInPlace += 1;
    else {
      const { shown } = shelf.standing(line);
      if (shown.freshness !== 'fresh' || (shown.until ?? '') <= to) by[shown.freshness].push({ line, shown });
    }
  }
  const lapsing = [...by.due, ...by.fresh].sort(byDayThenCode);
  const [lapsed, failed, missing] = [by.stale, by.failed, by.missing].map((each) => each.sort(byDayThenCode));
  return { hidden, notInPlace, lapsing, lapsed, failed, missing } as Lapses;
}

/** Whether a control is in practice on a day, so that something has to show that it works. */
export function isInPlace(control: Control, on: string): boolean {
  const retired = control.retiredOn !== undefined && control.retiredOn <= on;
  return !retired && control.conditionHolds && implementationOn(control, on) !== 'planned';
}

function byDayThenCode(one: Lapse, other: Lapse): number {
  const [day, than] = [one.shown.until ?? '', other.shown.until ?? ''];
  if (day !== than) return day < than ? -1 : 1;
  return one.line.control.code < other.line.control.code ? -1 : 1;
}

function sectionOf(
  asked: LibraryAsked,
  lapses: readonly Lapse[],
  { offset, limit }: LapsesFilter,
): LapseSection {
  const rows = lapses.slice(offset, offset + limit).map((each) => lapseRow(asked, each));
  return { total: lapses.length, rows };
}

export function lapseRow({ programme, on }: LibraryAsked, { line, shown }: Lapse): LapseRow {
  const { id, code, name, owner, frequency } = line.control;
  const { freshness, until, graceUntil } = shown;
  const period = periodOn(programme.controls, frequency, on);
  return {
    id,
    code,
    name,
    owner,
    freshness,
    ...pieceShown(programme.controls, shown.evidence),
    until,
    graceUntil,
    ...(until === undefined || freshness === 'failed' ? {} : { daysLeft: daysBetween(on, until) }),
    frequency,
    ...(period ? { period: { period: period.period, graceDays: period.graceDays } } : {}),
    holdsUp: requirementsOf(line),
  };
}

function pieceShown({ evidence }: Controls, id = ''): Pick<LapseRow, 'piece'> {
  const piece = evidence.get(id);
  return piece ? { piece: { id, title: piece.title, collectedOn: piece.collectedOn } } : {};
}

function requirementsOf({ claimed }: Line): LapseRow['holdsUp'] {
  const by = new Map<string, Set<string>>();
  for (const { framework, requirement, state } of claimed) {
    if (state !== 'confirmed') continue;
    by.set(framework, (by.get(framework) ?? new Set()).add(requirement));
  }
  const counted = [...by].map(([framework, requirements]) => [framework, requirements.size] as const);
  return Object.fromEntries(counted.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}
