import { frequency as frequencyNamed } from '@concord/catalog';
import { Temporal } from 'temporal-polyfill';
import type { Evidence } from './evidence.ts';

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

/** What a control's pieces of evidence show on a day, by the control's frequency where a piece has no validity of its own. */
export function freshnessOn(pieces: readonly Evidence[], frequency: string | undefined, on: string): Shown {
  const dated = pieces.filter((piece) => piece.collectedOn <= on && piece.outcome !== 'neutral');
  const failed = latestFailure(dated);
  const replaced = new Set(dated.map((piece) => piece.versionOf));
  const passing = dated.filter(
    (piece) => piece.outcome === 'works' && !replaced.has(piece.id) && !(failed && isAfter(failed, piece)),
  );
  const best = longestValid(passing, frequency, on);
  if (best)
    return { freshness: on <= best.until ? 'fresh' : on <= best.graceUntil ? 'due' : 'stale', ...best };
  return failed && passing.length === 0
    ? { freshness: 'failed', until: failed.collectedOn, evidence: failed.id }
    : { freshness: 'missing' };
}

function latestFailure(pieces: readonly Evidence[]): Evidence | undefined {
  let latest: Evidence | undefined;
  for (const piece of pieces) {
    if (piece.outcome === 'fails' && !(latest && isAfter(latest, piece))) latest = piece;
  }
  return latest;
}

interface Ends {
  readonly until: string;
  readonly graceUntil: string;
}

/** Of those that are fresh the one that stays so longest; when none is, the one whose grace ends last. */
function longestValid(pieces: readonly Evidence[], frequency: string | undefined, on: string) {
  let fresh: (Ends & { evidence: string }) | undefined;
  let longest: (Ends & { evidence: string }) | undefined;
  for (const piece of pieces) {
    const ends = validityOf(piece, frequency);
    if (!ends) continue;
    const shown = { ...ends, evidence: piece.id };
    if (on <= ends.until && (!fresh || isLater(ends, fresh, ['until', 'graceUntil']))) fresh = shown;
    if (!longest || isLater(ends, longest, ['graceUntil', 'until'])) longest = shown;
  }
  return fresh ?? longest;
}

function isLater(one: Ends, other: Ends, [first, second]: readonly [keyof Ends, keyof Ends]): boolean {
  return one[first] === other[first] ? one[second] > other[second] : one[first] > other[first];
}

/** Of results dated the same day the one recorded later counts. */
function isAfter(one: Evidence, other: Evidence): boolean {
  return one.collectedOn === other.collectedOn ? one.seq > other.seq : one.collectedOn > other.collectedOn;
}

/** Until when a passing piece counts; undefined when neither it nor the control says. */
export function validityOf(
  piece: Pick<Evidence, 'collectedOn' | 'validUntil'>,
  frequency: string | undefined,
): Ends | undefined {
  if (piece.validUntil !== undefined) return { until: piece.validUntil, graceUntil: piece.validUntil };
  return frequency === undefined ? undefined : periodEnd(piece.collectedOn, frequency);
}

/** Whether every day on which a passing piece would count as fresh, or in grace, is covered by earlier ones already. */
export function isCovered(
  pieces: readonly Evidence[],
  piece: Pick<Evidence, 'collectedOn' | 'validUntil'>,
  frequency: string | undefined,
): boolean {
  const ends = validityOf(piece, frequency);
  if (!ends) return false;
  const earlier = pieces.filter(({ collectedOn }) => collectedOn <= piece.collectedOn);
  const standsOn = (day: string) => freshnessOn(earlier, frequency, day).freshness;
  return standsOn(ends.until) === 'fresh' && ['fresh', 'due'].includes(standsOn(ends.graceUntil));
}

const ends = new Map<string, Ends>();
const endsKept = 10_000;

/** Remembered, because a programme asks for the same few days again and again and calendar sums are slow. */
function periodEnd(day: string, frequency: string): Ends | undefined {
  const key = `${day} ${frequency}`;
  const known = ends.get(key);
  if (known) return known;
  const row = frequencyNamed(frequency);
  if (!row) return undefined;
  const until = Temporal.PlainDate.from(day).add(Temporal.Duration.from(row.period));
  const end = { until: until.toString(), graceUntil: until.add({ days: row.graceDays }).toString() };
  if (ends.size >= endsKept) ends.clear();
  ends.set(key, end);
  return end;
}

/** Whether a piece is the same passing result as one to come: of the same source, for the same period. */
export function isSameResult(
  piece: Evidence,
  other: Pick<Evidence, 'kind' | 'file' | 'link' | 'record' | 'coversFrom' | 'coversTo' | 'validUntil'>,
): boolean {
  const members = ['kind', 'link', 'record', 'coversFrom', 'coversTo'] as const;
  const same = members.every((member) => piece[member] === other[member]);
  // A validity that is stated, even a shorter one, says something of its own.
  const lasts = other.validUntil === undefined || other.validUntil === piece.validUntil;
  return piece.outcome === 'works' && same && lasts && piece.file?.hash === other.file?.hash;
}
