export interface PeriodParts {
  readonly count: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
}

const units = { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const;
const letters = { days: 'D', weeks: 'W', months: 'M', years: 'Y' } as const;

/** A period of one unit, such as `P30D`; undefined for one of several, which is shown as it is written. */
export function partsOf(period: string): PeriodParts | undefined {
  const [, count, letter] = /^P(\d{1,4})([DWMY])$/.exec(period) ?? [];
  if (count === undefined || letter === undefined) return undefined;
  return { count: Number(count), unit: units[letter as keyof typeof units] };
}

/** The period as the server takes it, ISO 8601. */
export function periodFrom({ count, unit }: PeriodParts): string {
  return `P${count}${letters[unit]}`;
}
