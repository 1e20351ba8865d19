import type { AnswerOf } from '@concord/operations/client';
import { daysBetween, useLateAnswer, usePlace } from '../../../app/index.ts';
import { daysIn, type Moment } from '../ledger/batches.ts';

export type TrendAnswer = AnswerOf<'view trend'>;
export type Known = 'then' | 'now';

/** How far apart the points of a trend stand, so that there are enough of them and not too many. */
function stepFor(days: number): 'week' | 'month' | 'quarter' {
  if (days <= 120) return 'week';
  return days <= 1800 ? 'month' : 'quarter';
}

/** Every framework through the whole ledger, whatever day the pages show. */
export function useTrend(from: string | undefined, today: string, known: Known) {
  const every = stepFor(from === undefined ? 0 : daysBetween(from, today));
  const wanted = { ...(from === undefined ? {} : { from }), to: today, every, asKnown: known };
  return useLateAnswer(
    'view trend',
    { ...wanted, on: undefined, knownAt: undefined },
    { enabled: from !== undefined },
  );
}

/** Day of the first command ever given; undefined until it is known. All of them take longer to come than it alone. */
export function useFirstDay(): string | undefined {
  const { zone } = usePlace();
  const { data } = useLateAnswer('batches list', { before: 2, limit: 1 });
  const [first] = data?.rows ?? [];
  return first && daysIn(zone)(first.at);
}

/** Every framework at one moment: as it was known then, or what is known of that day now. */
export function usePoint({ day, position }: Moment, known: Known) {
  const at = known === 'then' ? { knownAt: Math.max(1, position) } : { knownAt: undefined };
  return useLateAnswer(
    'view trend',
    { from: day, to: day, every: 'month', asKnown: 'now', on: undefined, ...at },
    { enabled: position > 0 },
  );
}
