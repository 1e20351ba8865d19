import { mondayOf, nextMonday, sundayOf } from '../../../due/week.ts';

export interface Week {
  /** Its Monday. */
  readonly monday: string;
  readonly count: number;
}

interface Falling {
  readonly due: string;
}

/**
 * How many fall due in each of the weeks from today on; what is past is not among them. `until` is the last day that is
 * known of: a week that is known in part only is left out, unless it is the first.
 */
export function weeksOf(rows: readonly Falling[], today: string, until: string): readonly Week[] {
  const weeks = new Map<string, number>();
  for (
    let monday = mondayOf(today);
    weeks.size === 0 || sundayOf(monday) <= until;
    monday = nextMonday(monday)
  )
    weeks.set(monday, 0);
  for (const { due } of rows) {
    const monday = mondayOf(due);
    const before = weeks.get(monday);
    if (due >= today && before !== undefined) weeks.set(monday, before + 1);
  }
  return [...weeks].map(([monday, count]) => ({ monday, count }));
}
