import { frequency as frequencyNamed } from '@concord/catalog';
import {
  type Control,
  type Evidence,
  implementationOn,
  type Programme,
  periodOn,
  validityOf,
} from '@concord/programme';
import { evidenceIn } from '../coverage/feed.ts';
import { dayNamed, dayNumber } from '../days/calendar.ts';
import { type Days, isInPlace, type Look } from './control-days.ts';
import { runsOf } from './runs.ts';

/**
 * What was recorded about a control in a period, by the day `collectedBy`. Methods 6.4: evidence counts where the time
 * that it covers overlaps the one asked about. Pieces that a newer version replaced stay: they are records.
 */
export function recordedIn(
  programme: Programme,
  control: Control,
  { scope, period, collectedBy }: Look & { readonly collectedBy: string },
): Evidence[] {
  return evidenceIn(programme, control, scope).filter((piece) => {
    const last = piece.coversTo ?? piece.collectedOn;
    const first = piece.coversFrom ?? (last < piece.collectedOn ? last : piece.collectedOn);
    const overlaps = first <= period.to && last >= period.from && piece.collectedOn <= collectedBy;
    return overlaps && !isWhilePlanned(control, piece);
  });
}

/** A pass while it was only planned shows nothing of how it works. */
function isWhilePlanned(control: Control, { outcome, coversTo, collectedOn }: Evidence): boolean {
  const day = coversTo !== undefined && coversTo < collectedOn ? coversTo : collectedOn;
  return outcome === 'works' && implementationOn(control, day) === 'planned';
}

export interface Counted {
  readonly passing: number;
  readonly failing: number;
  readonly neutral: number;
}

export function countOutcomes(pieces: readonly Evidence[]): Counted {
  const of = (outcome: Evidence['outcome']) => pieces.filter((piece) => piece.outcome === outcome).length;
  return { passing: of('works'), failing: of('fails'), neutral: of('neutral') };
}

/**
 * How many results a control's frequency asks for in a period: the whole rounds that fit into the days on which it was in
 * place, and one at least. Where each event leaves a record, and where no rhythm is stated, what is recorded is all
 * there is to know of. Practice, not a rule of a standard.
 */
export function populationOf(
  programme: Programme,
  control: Control,
  { period, days, recorded }: Pick<Look, 'period'> & { days: Days; recorded: Counted },
): number {
  const rhythm = frequencyNamed(control.frequency ?? '');
  if (!rhythm || rhythm.sample.basis === 'share') return recorded.passing + recorded.failing;
  const first = dayNumber(period.from);
  const inPlace = runsOf(days, (state) => Number(isInPlace(state))).filter(({ state }) => state === 1);
  const rounds = inPlace.map(({ from, to }) =>
    roundsIn(programme, control, { from: first + from, to: first + to }),
  );
  const all = rounds.reduce((sum, each) => sum + each, 0);
  return inPlace.length === 0 ? 0 : Math.max(1, all);
}

/** Rounds that end within some days, each as long as a result counted when it began. */
function roundsIn(
  { controls }: Programme,
  { frequency }: Control,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let rounds = 0;
  for (let day = dayNamed(from), last = dayNamed(to + 1); ; rounds += 1) {
    const next = validityOf({ collectedOn: day }, periodOn(controls, frequency, day))?.until;
    if (next === undefined || next <= day || next > last) return rounds;
    day = next;
  }
}
