import { Temporal } from 'temporal-polyfill';

export const steps = ['week', 'month', 'quarter'] as const;
export type Step = (typeof steps)[number];

/** The last day of the week (Sunday), month or quarter that a day lies in. */
function endOf(day: Temporal.PlainDate, every: Step): Temporal.PlainDate {
  if (every === 'week') return day.add({ days: 7 - day.dayOfWeek });
  const months = every === 'quarter' ? 2 - ((day.month - 1) % 3) : 0;
  return day
    .with({ day: 1 })
    .add({ months: months + 1 })
    .subtract({ days: 1 });
}

/**
 * The last days of all weeks, months or quarters that end from the first day on and before the last, and that one. Read
 * no further than one beyond `most`.
 */
export function pointsBetween(
  { from, to }: { readonly from: string; readonly to: string },
  every: Step,
  most: number,
): string[] {
  const days: string[] = [];
  for (let end = endOf(Temporal.PlainDate.from(from), every); days.length <= most; ) {
    if (end.toString() >= to) return [...days, to];
    days.push(end.toString());
    end = endOf(end.add({ days: 1 }), every);
  }
  return days;
}
