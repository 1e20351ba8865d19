import { frequency as frequencyNamed } from '@concord/catalog';
import { Temporal } from 'temporal-polyfill';
import { valueOn } from '../foundation/index.ts';
import { type Control, inPracticeSince } from './control.ts';
import type { Evidence } from './evidence.ts';
import type { Controls, Period } from './state.ts';

/**
 * How fresh what shows that a control works is on a day (methods 6.4; the periods are practice, not a rule of a
 * standard). `due` is within grace and still counts. `stale` never means failed. `failed`: the latest result says so.
 */
export type Freshness = 'fresh' | 'due' | 'stale' | 'missing' | 'failed';

export interface Shown {
  readonly freshness: Freshness;
  /** Last day on which it counts as fresh; for `failed` the day of the failing result. */
  readonly until?: string;
  /** Last day of grace. */
  readonly graceUntil?: string;
  /** The piece that decides. */
  readonly evidence?: string;
}

/** How long a result counts on a day: as the organisation has set it for the frequency by then, else as is customary. */
export function periodOn(
  controls: Pick<Controls, 'frequencies'>,
  frequency: string | undefined,
  on: string,
): Period | undefined {
  if (frequency === undefined) return undefined;
  return valueOn(controls.frequencies.get(frequency) ?? [], on) ?? frequencyNamed(frequency);
}

/** What pieces of evidence show on a day; `period` is how long one counts that has no validity of its own. */
export function freshnessOn(pieces: readonly Evidence[], period: Period | undefined, on: string): Shown {
  const dated = datedBy(pieces, on);
  const failed = latestFailure(dated);
  const passing = passingOf(dated, failed);
  const best = longestValid(passing, period, on);
  if (best)
    return { freshness: on <= best.until ? 'fresh' : on <= best.graceUntil ? 'due' : 'stale', ...best };
  return failed && passing.length === 0
    ? { freshness: 'failed', until: failed.collectedOn, evidence: failed.id }
    : { freshness: 'missing' };
}

/** A piece that holds a control up on a day, and until when. */
export interface Holding extends Ends {
  readonly piece: Evidence;
  readonly freshness: 'fresh' | 'due';
}

/**
 * Every piece that holds a control up on a day, alone or beside others: the one that decides first, then as long as
 * they last. Empty where the control is stale, failed or not shown at all.
 */
export function holdingOn(pieces: readonly Evidence[], period: Period | undefined, on: string): Holding[] {
  const dated = datedBy(pieces, on);
  const deciding = freshnessOn(pieces, period, on).evidence;
  const holding = passingOf(dated, latestFailure(dated)).flatMap((piece): Holding[] => {
    const ends = validityOf(piece, period);
    if (!ends || on > ends.graceUntil) return [];
    return [{ piece, freshness: on <= ends.until ? 'fresh' : 'due', ...ends }];
  });
  const rank = ({ piece, freshness }: Holding) => (piece.id === deciding ? 0 : freshness === 'fresh' ? 1 : 2);
  return holding.sort(
    (one, other) =>
      rank(one) - rank(other) || compareEnds(other, one) || (isAfter(other.piece, one.piece) ? 1 : -1),
  );
}

const lasting = ['until', 'graceUntil'] as const;

function compareEnds(one: Ends, other: Ends): number {
  return Number(isLater(one, other, lasting)) - Number(isLater(other, one, lasting));
}

/** What was collected by a day and says whether the control works. */
function datedBy(pieces: readonly Evidence[], on: string): readonly Evidence[] {
  return pieces.filter((piece) => piece.collectedOn <= on && piece.outcome !== 'neutral');
}

/** Results that it works which neither a newer version nor a later failure has ended. */
function passingOf(dated: readonly Evidence[], failed: Evidence | undefined): readonly Evidence[] {
  const replaced = new Set(dated.map((piece) => piece.versionOf));
  return dated.filter(
    (piece) => piece.outcome === 'works' && !replaced.has(piece.id) && !(failed && isAfter(failed, piece)),
  );
}

function latestFailure(pieces: readonly Evidence[]): Evidence | undefined {
  let latest: Evidence | undefined;
  for (const piece of pieces) {
    if (piece.outcome === 'fails' && !(latest && isAfter(latest, piece))) latest = piece;
  }
  return latest;
}

/** The days that a passing piece holds up: from the first on until its ends, and before the day that ended it. */
export interface Held extends Ends {
  readonly from: string;
  /** Day of a failure or of a newer version that took its place. */
  readonly endedOn?: string | undefined;
}

/** What `freshnessOn` says of all days at once: it is fresh, or due, on those that some piece holds up. */
export function heldBy(pieces: readonly Evidence[], period: Period | undefined): Held[] {
  const failures = pieces.filter(({ outcome }) => outcome === 'fails');
  failures.sort((one, other) => (isAfter(one, other) ? 1 : -1));
  const replaced = replacedOn(pieces);
  return pieces.flatMap((piece) => {
    const ends = piece.outcome === 'works' ? validityOf(piece, period) : undefined;
    if (!ends) return [];
    const failed = failures.find((failure) => isAfter(failure, piece))?.collectedOn;
    const endedOn = earlier(failed, replaced.get(piece.id));
    return [{ ...ends, from: piece.collectedOn, endedOn }];
  });
}

/** By piece the first day on which a newer version of it was there. */
function replacedOn(pieces: readonly Evidence[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { versionOf, outcome, collectedOn } of pieces) {
    if (versionOf === undefined || outcome === 'neutral') continue;
    days.set(versionOf, earlier(collectedOn, days.get(versionOf)) ?? collectedOn);
  }
  return days;
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

export interface Ends {
  readonly until: string;
  readonly graceUntil: string;
}

/** Of those that are fresh the one that stays so longest; when none is, the one whose grace ends last. */
function longestValid(pieces: readonly Evidence[], period: Period | undefined, on: string) {
  let fresh: (Ends & { evidence: string }) | undefined;
  let longest: (Ends & { evidence: string }) | undefined;
  for (const piece of pieces) {
    const ends = validityOf(piece, period);
    if (!ends) continue;
    const shown = { ...ends, evidence: piece.id };
    if (on <= ends.until && (!fresh || isLater(ends, fresh, lasting))) fresh = shown;
    if (!longest || isLater(ends, longest, ['graceUntil', 'until'])) longest = shown;
  }
  return fresh ?? longest;
}

function isLater(one: Ends, other: Ends, [first, second]: readonly [keyof Ends, keyof Ends]): boolean {
  return one[first] === other[first] ? one[second] > other[second] : one[first] > other[first];
}

/** Of results dated the same day the one recorded later counts. */
function isAfter(one: Evidence, other: Evidence): boolean {
  const [day, than] = [dayShown(one), dayShown(other)];
  return day === than ? one.seq > other.seq : day > than;
}

/**
 * Of a control's pieces those that say something on a day: a pass while it was only planned shows nothing of how it
 * works since. While it still is, nothing rests on them, and they are shown as they are.
 */
export function piecesInPractice(
  pieces: readonly Evidence[],
  control: Control,
  on: string,
): readonly Evidence[] {
  const since = inPracticeSince(control, on);
  return since === undefined || since === ''
    ? pieces
    : pieces.filter((piece) => piece.outcome !== 'works' || dayShown(piece) >= since);
}

type Dates = Pick<Evidence, 'collectedOn' | 'coversTo' | 'validUntil'>;

/**
 * The last day that a result speaks for. Methods 6.4: evidence counts where the period it covers overlaps the one asked
 * about; so what was collected today and covers last year is as old as the end of last year, and answers no failure
 * since. A failing result ends freshness on the day it was found, whatever it covers.
 */
function dayShown({ collectedOn, coversTo, outcome }: Dates & { outcome?: Evidence['outcome'] }): string {
  return outcome !== 'fails' && coversTo !== undefined && coversTo < collectedOn ? coversTo : collectedOn;
}

/** Until when a passing piece counts; undefined when neither it nor the control says. */
export function validityOf(piece: Dates, period: Period | undefined): Ends | undefined {
  if (piece.validUntil !== undefined) return { until: piece.validUntil, graceUntil: piece.validUntil };
  return period === undefined ? undefined : periodEnd(dayShown(piece), period);
}

/** Whether every day on which a passing piece would count as fresh, or in grace, is covered by earlier ones already. */
export function isCovered(pieces: readonly Evidence[], piece: Dates, period: Period | undefined): boolean {
  const ends = validityOf(piece, period);
  if (!ends) return false;
  const earlier = pieces.filter(({ collectedOn }) => collectedOn <= piece.collectedOn);
  const standsOn = (day: string) => freshnessOn(earlier, period, day).freshness;
  const countsOn = (day: string) => ['fresh', 'due'].includes(standsOn(day));
  // What covers a time long past may be due, or have lapsed, on the day it is collected.
  if (ends.graceUntil < piece.collectedOn) return standsOn(piece.collectedOn) === 'stale';
  const fresh =
    ends.until < piece.collectedOn ? countsOn(piece.collectedOn) : standsOn(ends.until) === 'fresh';
  return fresh && countsOn(ends.graceUntil);
}

const ends = new WeakMap<Period, Map<string, Ends>>();
const daysKept = 10_000;

/** Remembered, because a programme asks for the same few days again and again and calendar sums are slow. */
function periodEnd(day: string, period: Period): Ends {
  let days = ends.get(period);
  if (!days || days.size >= daysKept) {
    days = new Map();
    ends.set(period, days);
  }
  const known = days.get(day);
  if (known) return known;
  const until = Temporal.PlainDate.from(day).add(Temporal.Duration.from(period.period));
  const end = { until: until.toString(), graceUntil: until.add({ days: period.graceDays }).toString() };
  days.set(day, end);
  return end;
}

/** Whether a piece is the same passing result as one to come: of the same source, for the same period. */
export function isSameResult(
  piece: Evidence,
  other: Pick<Evidence, 'kind' | 'file' | 'link' | 'record' | 'coversFrom' | 'coversTo' | 'validUntil'>,
): boolean {
  // A validity that is stated says something of its own, and so does none: how long a frequency lasts can be changed.
  const members = ['kind', 'link', 'record', 'coversFrom', 'coversTo', 'validUntil'] as const;
  const same = members.every((member) => piece[member] === other[member]);
  return piece.outcome === 'works' && same && piece.file?.hash === other.file?.hash;
}

/** Practice: nothing says how old evidence may be, but so early a day is more likely a slip of the hand. */
export const longAgoYears = 10;

export function isLongAgo(day: string, today: string): boolean {
  return day < Temporal.PlainDate.from(today).subtract({ years: longAgoYears }).toString();
}
