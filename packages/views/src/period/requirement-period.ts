import { assessableOf, requirementOf } from '@concord/catalog';
import type { Control } from '@concord/programme';
import type { Coverage } from '../coverage/coverage.ts';
import { dayNumber } from '../days/calendar.ts';
import { type AuditPeriod, isCovered, isInPlace } from './control-days.ts';
import { type ControlPeriod, countDays, type PeriodTable } from './control-period.ts';
import { lengthOf, longestOf, runsOf } from './runs.ts';

/**
 * What stood behind one requirement over a period: the controls of the claims that count. A day is covered when one of
 * them at least was in place and results stood behind each that was: fresh, or due and still in grace.
 */
export interface RowPeriod {
  readonly controls: number;
  /** Results that their frequencies ask for. */
  readonly expected: number;
  /** Pieces recorded; one that serves several of them counts once. */
  readonly recorded: number;
  readonly passing: number;
  readonly failing: number;
  readonly coveredDays: number;
  readonly days: number;
  /** Most days that follow one another and are not covered. */
  readonly longestGap: number;
}

/** Of a whole that is exactly its parts: what stood behind all of them. */
export function requirementPeriod(
  coverage: Coverage,
  id: string,
  { table, period }: { readonly table: PeriodTable; readonly period: AuditPeriod },
): RowPeriod {
  const behind = controlsBehind(coverage, id)
    .filter(({ retiredOn }) => retiredOn === undefined || retiredOn > period.from)
    .map(table);
  const pieces = [...new Set(behind.flatMap((each) => each.pieces))];
  const of = (outcome: string) => pieces.filter((piece) => piece.outcome === outcome).length;
  const together = standTogether(behind, period);
  const gap = longestOf(runsOf(together), 0);
  return {
    controls: behind.length,
    expected: behind.reduce((sum, { expected }) => sum + expected, 0),
    recorded: pieces.length,
    passing: of('works'),
    failing: of('fails'),
    coveredDays: countDays(together, (state) => state === 1),
    days: together.length,
    longestGap: gap ? lengthOf(gap) : 0,
  };
}

function controlsBehind({ programme, aspect, claims }: Coverage, id: string): Control[] {
  const isWhole = requirementOf(aspect.framework, id)?.parts === 'exact';
  const under = isWhole ? assessableOf(aspect.framework, id).map((requirement) => requirement.id) : [];
  const counting = [...new Set([id, ...under])].flatMap((each) =>
    (claims.get(each) ?? []).filter(({ read }) => read.capped === undefined),
  );
  const ids = new Set(counting.flatMap(({ stated }) => stated.controls));
  return [...ids].flatMap((each) => programme.controls.controls.get(each) ?? []);
}

/** For each day 1 where it is covered, else 0. */
function standTogether(behind: readonly ControlPeriod[], { from, to }: AuditPeriod): Uint8Array {
  const [covered, broken] = [1, 2];
  const days = new Uint8Array(dayNumber(to) - dayNumber(from) + 1);
  for (const each of behind) {
    for (let at = 0; at < days.length; at += 1) {
      const state = each.days[at];
      if (!isInPlace(state) || days[at] === broken) continue;
      days[at] = isCovered(state) ? covered : broken;
    }
  }
  return days.map((state) => (state === covered ? 1 : 0));
}
