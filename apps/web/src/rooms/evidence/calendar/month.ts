/** A month of an address, `YYYY-MM`; the one of the day where it says none. */
export function monthIn(said: string | undefined, day: string): string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(said ?? '') ? (said as string) : day.slice(0, 7);
}

/** The month some months later. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + months;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

export function lastDayOf(month: string): string {
  return dayOf(month, daysIn(month));
}

function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

function dayOf(month: string, day: number): string {
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** The weeks of a month, Monday to Sunday; days of the months beside it are left out. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const before = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = daysIn(month);
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = week * 7 + at - before + 1;
      return day >= 1 && day <= days ? dayOf(month, day) : undefined;
    }),
  );
}

interface Held {
  readonly until?: string | undefined;
  readonly graceUntil?: string | undefined;
}

/** Something happens to a control: the last day on which its evidence is fresh, or on which it still counts. */
export interface Lapse<Row extends Held> {
  readonly on: string;
  readonly kind: 'until' | 'grace';
  readonly row: Row;
}

/** What happens in a month, by its day. Where there is no grace, the evidence counts no longer than it is fresh. */
export function lapsesIn<Row extends Held>(
  month: string,
  rows: readonly Row[],
): ReadonlyMap<string, readonly Lapse<Row>[]> {
  const by = new Map<string, Lapse<Row>[]>();
  const put = (on: string | undefined, kind: Lapse<Row>['kind'], row: Row) => {
    if (on?.startsWith(month)) by.set(on, [...(by.get(on) ?? []), { on, kind, row }]);
  };
  for (const row of rows) {
    const { until, graceUntil } = row;
    if (graceUntil !== undefined && graceUntil !== until) put(until, 'until', row);
    put(graceUntil ?? until, 'grace', row);
  }
  return by;
}
