import { editionIn, inCatalogueOrder } from '@concord/catalog';
import { adoptedEdition, type Programme, type Refusal, refuse } from '@concord/programme';
import type { ViewMemory } from '../coverage/memory.ts';
import { refuseUnadopted } from '../envelope.ts';
import { withPauses } from '../pauses/in-parts.ts';
import { type PeriodShown, periodShown } from '../period/control-days.ts';
import { type PeriodGiven, periodGiven } from '../period/period-given.ts';
import { pointsBetween, type Step } from './days.ts';
import { type Interval, type Intervals, type Point, recall, workOutIntervals } from './interval.ts';

/** What a trend asks of the place where the ledger lies. */
export interface Past {
  /** The last position recorded by the end of a local day, no later than `upTo`. */
  readonly positionAt: (day: string, upTo: number) => Promise<number>;
  /** The programme at positions that follow one another. */
  readonly programmesAt: (positions: readonly number[]) => AsyncIterable<Programme>;
  /** Day of the first entry. */
  readonly firstDay: () => Promise<string>;
  /** Lets others be answered. */
  readonly pause: () => Promise<void>;
}

export interface TrendAsked {
  readonly programme: Programme;
  readonly organisation: string;
  readonly on: string;
  readonly today: string;
  readonly head: string;
  readonly memory: ViewMemory;
  readonly past: Past;
}

export const asKnown = ['then', 'now', 'both'] as const;

export interface TrendWanted extends Omit<PeriodGiven, 'today'> {
  /** All that are adopted when none is named. */
  readonly frameworks: readonly string[];
  /** Language that they are named in. */
  readonly language?: string | undefined;
  readonly every: Step;
  readonly asKnown: (typeof asKnown)[number];
}

/** A framework that is adopted, as its trend is headed. */
export interface TrendFramework {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly scope: string;
}

/** One framework on one day, as it was known when that day ended, and as it is known of that day now. */
export interface TrendRow {
  readonly framework: string;
  readonly day: string;
  /** The last position by the end of that day; 0 when there was none yet. */
  readonly position: number;
  /** Null while the framework was not adopted. */
  readonly knownThen?: Interval | null;
  readonly knownNow?: Interval | null;
}

export interface Trend {
  readonly view: 'trend';
  readonly organisation: { readonly id: string; readonly name: string };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly period: PeriodShown;
  readonly every: Step;
  readonly asKnown: TrendWanted['asKnown'];
  readonly frameworks: readonly TrendFramework[];
  /** Framework by framework, day by day. */
  readonly rows: readonly TrendRow[];
}

const pointsMost = 60;

/** Each framework's interval through the ledger. What was recorded later moves what is known now, never what was known then. */
export async function trend(asked: TrendAsked, wanted: TrendWanted): Promise<Trend | { refusal: Refusal }> {
  const { programme, on, past } = asked;
  const { every } = wanted;
  const frameworks = frameworksAsked(programme, wanted);
  if ('refusal' in frameworks) return frameworks;
  const from = wanted.from ?? (await past.firstDay());
  const period = periodGiven({ from, to: wanted.to, today: asked.today }, on);
  if ('refusal' in period) return period;
  const days = pointsBetween(period, every, pointsMost);
  if (days.length > pointsMost)
    return refuse('refused', 'trend.points', { from: period.from, to: period.to, every, most: pointsMost });
  const points = await pointsOn(asked, days);
  const ids = frameworks.map(({ id }) => id);
  const then = wanted.asKnown === 'now' ? undefined : await lookBack(asked, points, ids);
  const now = wanted.asKnown === 'then' ? undefined : await lookNow(asked, points, ids);
  return {
    view: 'trend',
    organisation: { id: asked.organisation, name: programme.governance.organisation?.name ?? '' },
    on,
    knownAt: programme.position,
    position: programme.position,
    head: asked.head,
    period: periodShown(period),
    every,
    asKnown: wanted.asKnown,
    frameworks,
    rows: ids.flatMap((framework) =>
      points.map((point, at) => ({
        framework,
        ...point,
        ...(then ? { knownThen: then[at]?.get(framework) ?? null } : {}),
        ...(now ? { knownNow: now[at]?.get(framework) ?? null } : {}),
      })),
    ),
  };
}

function frameworksAsked(
  programme: Programme,
  { frameworks: named, language = 'en' }: TrendWanted,
): readonly TrendFramework[] | { refusal: Refusal } {
  const { governance } = programme;
  const unadopted = named.find((id) => !governance.adoptions.has(id));
  if (unadopted !== undefined) return refuseUnadopted(programme, unadopted);
  const shown = [...governance.adoptions.keys()].filter((id) => named.length === 0 || named.includes(id));
  return shown.sort(inCatalogueOrder).flatMap((id) => {
    const adoption = governance.adoptions.get(id);
    const adoptedNow = adoptedEdition(governance, id);
    if (!adoption || !adoptedNow) return [];
    const { title, edition } = editionIn(language, adoptedNow);
    return [{ id, title, edition, scope: adoption.scope }];
  });
}

async function pointsOn({ programme, past }: TrendAsked, days: readonly string[]): Promise<Point[]> {
  const points: Point[] = [];
  for (const day of days) points.push({ day, position: await past.positionAt(day, programme.position) });
  return points;
}

/** As each point was known then. The ledger is folded forward once, through what is not remembered. */
async function lookBack(
  { memory, past }: TrendAsked,
  points: readonly Point[],
  frameworks: readonly string[],
): Promise<Intervals[]> {
  const remembered = points.map((point) => recall(memory, point, frameworks));
  const missing = points.filter((_, at) => remembered[at] === undefined).map(({ position }) => position);
  for await (const programme of past.programmesAt([...new Set(missing)])) {
    for (const [at, { day, position }] of points.entries()) {
      if (position !== programme.position || remembered[at] !== undefined) continue;
      const work = workOutIntervals(memory, { programme, day }, frameworks);
      remembered[at] = await withPauses(work, past.pause);
    }
  }
  return remembered.map((intervals) => intervals ?? new Map());
}

/** As each day is known now. */
async function lookNow(
  { memory, programme, past }: TrendAsked,
  points: readonly Point[],
  frameworks: readonly string[],
): Promise<Intervals[]> {
  const found: Intervals[] = [];
  for (const { day } of points) {
    const remembered = recall(memory, { day, position: programme.position }, frameworks);
    const work = workOutIntervals(memory, { programme, day }, frameworks);
    found.push(remembered ?? (await withPauses(work, past.pause)));
  }
  return found;
}
