import type { Control, Evidence, Refusal } from '@concord/programme';
import { type InLanguage, sayIn } from '../language/say.ts';
import { scopeOf } from '../library/line.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { type AuditPeriod, dayStates, type PeriodShown, periodShown } from '../period/control-days.ts';
import { type ControlPeriod, countDays, type PeriodAsked, periodTable } from '../period/control-period.ts';
import { type PeriodGiven, periodGiven } from '../period/period-given.ts';
import type { Counted } from '../period/population.ts';
import { lengthOf, longestOf, runsOf, type Span, spanOf } from '../period/runs.ts';
import { type Customary, customarySample, draw } from '../period/sample.ts';
import { maySee, type Reader } from '../reader.ts';
import { controlsAsked, type Which } from './controls-asked.ts';

export interface OperationAsked extends PeriodAsked, InLanguage {
  readonly organisation: string;
  /** Seal at the programme's position. */
  readonly head: string;
  readonly today: string;
  readonly reader: Reader;
}

export interface OperationFilter extends Omit<PeriodGiven, 'today'>, Which {
  readonly offset: number;
  readonly limit: number;
}

/** A result picked to be looked at. */
export type Drawn = Pick<Evidence, 'id' | 'title' | 'outcome' | 'collectedOn'>;

/** One control, and whether it worked all the time. */
export interface OperationRow extends Counted {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly owner?: string | undefined;
  readonly frequency?: string | undefined;
  /** Results that the frequency asks for; where it states no rhythm, those recorded. */
  readonly expected: number;
  readonly recorded: number;
  /** Nothing happened, and somebody said so: the only records of an event-driven control are neutral ones. */
  readonly noEvent: boolean;
  readonly days: number;
  /** Days on which results stood behind it; `graceDays` of them in grace. */
  readonly coveredDays: number;
  readonly graceDays: number;
  /** Days in place with nothing fresh or due behind it. */
  readonly uncoveredDays: number;
  readonly notInPlaceDays: number;
  /** Days that follow one another and stand alike, in order; the first of them. */
  readonly spans: readonly Span[];
  readonly moreSpans: number;
  readonly longestGap: number;
  readonly gap?: AuditPeriod;
  readonly sample: Customary & { readonly drawn: readonly Drawn[] };
}

export interface Operation {
  readonly view: 'operation';
  readonly organisation: { readonly id: string; readonly name: string };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly period: PeriodShown;
  /** How the samples were drawn, so that anybody can draw them again, and with what. */
  readonly drawn: { readonly how: string; readonly seed: string };
  readonly total: number;
  /** Of those asked about: controls the reader may not see. */
  readonly hidden: number;
  /** Of those asked about: controls that were in place on no day of the period. */
  readonly notInPlace: number;
  readonly rows: readonly OperationRow[];
}

const spansPrinted = 60;
const controlsAtOnce = 100;

/**
 * Whether controls worked all the time, for who audits a period (methods 6.4): what an auditor would ask about first
 * comes first. Periods, populations and sizes of samples are practice, not a rule of a standard.
 */
export function* operation(
  asked: OperationAsked,
  filter: OperationFilter,
): InParts<Operation | { refusal: Refusal }> {
  const { programme, reader } = asked;
  const period = periodGiven({ ...filter, today: asked.today }, asked.on);
  if ('refusal' in period) return period;
  const controls = controlsAsked(programme, reader, filter);
  if ('refusal' in controls) return controls;
  const visible = controls.filter(({ owner }) => maySee(reader, owner));
  const measured: Measured[] = [];
  for (const control of visible) {
    measured.push(measure(asked, control, period));
    if (measured.length % controlsAtOnce === 0) yield;
  }
  const one = filter.control !== undefined;
  const shown = measured.filter(({ notInPlaceDays, days }) => one || notInPlaceDays < days.length);
  shown.sort(byQuestion);
  return {
    view: 'operation',
    organisation: { id: asked.organisation, name: programme.governance.organisation?.name ?? '' },
    on: asked.on,
    knownAt: programme.position,
    position: programme.position,
    head: asked.head,
    period: periodShown(period),
    drawn: { how: sayIn(asked)('operation.drawn'), seed: asked.head },
    total: shown.length,
    hidden: controls.length - visible.length,
    notInPlace: measured.length - shown.length,
    rows: shown
      .slice(filter.offset, filter.offset + filter.limit)
      .map((each) => rowOf(each, { period, seed: asked.head })),
  };
}

interface Measured extends ControlPeriod {
  readonly uncoveredDays: number;
  readonly notInPlaceDays: number;
}

function measure(asked: OperationAsked, control: Control, period: AuditPeriod): Measured {
  const worked = periodTable(asked, { scope: scopeOf(control), period })(control);
  const count = (state: (typeof dayStates)[number]) => countDays(worked.days, isState(state));
  return { ...worked, uncoveredDays: count('uncovered'), notInPlaceDays: count('not-in-place') };
}

function isState(state: (typeof dayStates)[number]): (found: number) => boolean {
  const number = dayStates.indexOf(state);
  return (found) => found === number;
}

/** Days without anything behind it, then failures, then results that are missing, then codes. */
function byQuestion(one: Measured, other: Measured): number {
  const [missing, than] = [one, other].map(missingOf) as [number, number];
  return (
    other.uncoveredDays - one.uncoveredDays ||
    other.failing - one.failing ||
    than - missing ||
    (one.control.code < other.control.code ? -1 : 1)
  );
}

function missingOf({ expected, passing, failing }: Measured): number {
  return Math.max(0, expected - passing - failing);
}

function rowOf(
  { control, days, pieces, expected, uncoveredDays, notInPlaceDays, ...counted }: Measured,
  { period, seed }: { readonly period: AuditPeriod; readonly seed: string },
): OperationRow {
  const { id, code, name, owner, frequency } = control;
  const { passing, failing, neutral } = counted;
  const runs = runsOf(days);
  const gap = longestOf(runs, dayStates.indexOf('uncovered'));
  const said = passing + failing;
  const size = customarySample(frequency, { expected, recorded: said, failing });
  return {
    id,
    code,
    name,
    owner,
    frequency,
    expected,
    recorded: pieces.length,
    passing,
    failing,
    neutral,
    noEvent: frequency === 'event-driven' && said === 0 && neutral > 0,
    days: days.length,
    coveredDays: days.length - uncoveredDays - notInPlaceDays,
    graceDays: countDays(days, isState('grace')),
    uncoveredDays,
    notInPlaceDays,
    spans: runs.slice(0, spansPrinted).map((run) => spanOf(run, period)),
    moreSpans: Math.max(0, runs.length - spansPrinted),
    longestGap: gap ? lengthOf(gap) : 0,
    ...(gap ? { gap: gapShown(spanOf(gap, period)) } : {}),
    sample: { ...size, drawn: draw(pieces, { seed, control: id, size }).map(drawnShown) },
  };
}

function gapShown({ from, to }: Span): AuditPeriod {
  return { from, to };
}

function drawnShown({ id, title, outcome, collectedOn }: Evidence): Drawn {
  return { id, title, outcome, collectedOn };
}
