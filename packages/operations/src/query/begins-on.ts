import { Temporal } from 'temporal-polyfill';
import type { Ports } from './ports.ts';
import type { Answer, Asked, Query } from './query.ts';

/** The day on which a ledger begins, local date in the zone. */
export async function beginsOn({ recordedAt }: Pick<Ports, 'recordedAt'>, zone = 'UTC'): Promise<string> {
  const at = Temporal.Instant.from((await recordedAt(1)) ?? '1970-01-01T00:00:00Z');
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * An answer about a day before anything was recorded says so: `begins` is the day of the first entry. It shows what was
 * entered later for that day, and looks like any other.
 */
export async function withBeginning(
  { timed }: Pick<Query, 'timed'>,
  { on, today, programme, ports }: Pick<Asked<unknown>, 'on' | 'today' | 'programme' | 'ports'>,
  answer: Answer,
): Promise<Answer> {
  const told = 'render' in answer ? answer.view : answer;
  if (!timed || on >= today || !('knownAt' in told)) return answer;
  // What compares two versions is of their day, whatever day was asked about.
  const day = 'on' in told ? String(told.on) : on;
  const begins = await beginsOn(ports, programme.governance.organisation?.zone);
  if (day >= begins) return answer;
  return 'render' in answer ? { ...answer, view: { ...answer.view, begins } } : { ...answer, begins };
}
