import { scaleLinear } from '@visx/scale';

const dayMilliseconds = 86_400_000;

/** Days since 1970 of a local date. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds;
}

/** Where a day stands between two others, in per cent; never outside. */
export function daysScale(from: string, to: string): (date: string) => number {
  const scale = scaleLinear({
    domain: [dayOf(from), Math.max(dayOf(to), dayOf(from) + 1)],
    range: [0, 100],
    clamp: true,
  });
  return (date) => scale(dayOf(date));
}

export interface MonthTick {
  /** First day of the month, or the first day drawn. */
  readonly on: string;
  readonly label: string;
}

/** The months between two days, at most so many; the year stands with the first and with each January. */
export function monthsBetween(
  from: string,
  to: string,
  { language, most = 12 }: { language: string; most?: number },
): MonthTick[] {
  const first = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  const firsts: Date[] = [];
  for (let month = first; month.toISOString().slice(0, 10) <= to; month = nextMonth(month))
    firsts.push(month);
  const step = Math.ceil(firsts.length / most);
  return firsts
    .filter((_, index) => index % step === 0)
    .map((month, index) => {
      const on = month.toISOString().slice(0, 10);
      const withYear = index === 0 || month.getUTCMonth() < step;
      // By itself in each: with a year beside it, German would shorten the same month otherwise.
      const named = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(month);
      const label = withYear ? `${named} ${month.getUTCFullYear()}` : named;
      return { on: on < from ? from : on, label };
    });
}

function nextMonth(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
}

/** Where each part of a whole begins and how long it is, in per cent; a small gap parts them. Empty ones fall out. */
export function stack<Part extends { readonly count: number }>(parts: readonly Part[], gap = 0.6) {
  const filled = parts.filter(({ count }) => count > 0);
  const sum = filled.reduce((total, { count }) => total + count, 0);
  const room = 100 - gap * Math.max(0, filled.length - 1);
  let from = 0;
  return filled.map((part) => {
    const size = (room * part.count) / sum;
    const place = { part, from, size };
    from += size + gap;
    return place;
  });
}

/** What holds from its day until the next one's, and the last until the end: drawn as steps, never as a slope. */
export function stepsOf<Point extends { readonly on: string }>(
  points: readonly Point[],
  to: string,
): Point[] {
  return points.flatMap((point, index) => [point, { ...point, on: points[index + 1]?.on ?? to }]);
}
