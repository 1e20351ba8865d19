import { type Refusal, refuse } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import type { AuditPeriod } from './control-days.ts';

const longestYears = 10;

/** A period as somebody asks for it: without a last day it ends on the day asked about, without a first it is a year. */
export interface PeriodGiven {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Day on which it is asked: of later ones nothing can be said. */
  readonly today: string;
}

/** The period that is meant. Refused: reversed, not over yet, or longer than ten years. */
export function periodGiven(
  { from: first, to: last, today }: PeriodGiven,
  on: string,
): AuditPeriod | { refusal: Refusal } {
  const to = last ?? on;
  const from = first ?? yearUpTo(to);
  if (from > to) return refuse('refused', 'period.reversed', { from, to, at: 'from' });
  if (to > today) return refuse('refused', 'period.future', { to, today, at: 'to' });
  const latest = Temporal.PlainDate.from(from).add({ years: longestYears }).toString();
  return to < latest
    ? { from, to }
    : refuse('refused', 'period.long', { from, to, years: longestYears, at: 'from' });
}

function yearUpTo(to: string): string {
  return Temporal.PlainDate.from(to).subtract({ years: 1 }).add({ days: 1 }).toString();
}
