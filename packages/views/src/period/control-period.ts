import type { Control, Evidence, Programme } from '@concord/programme';
import { remember, type ViewMemory } from '../coverage/memory.ts';
import { type Days, daysOf, type Look } from './control-days.ts';
import { type Counted, countOutcomes, populationOf, recordedIn } from './population.ts';

/** One control over a period, in one scope: whether it worked all the time. */
export interface ControlPeriod extends Counted {
  readonly control: Control;
  readonly days: Days;
  /** How many results its frequency asks for. */
  readonly expected: number;
  /** What was recorded, in the order recorded. */
  readonly pieces: readonly Evidence[];
}

/** What a period is asked with; `on` is the day by which something has to be collected to be told. */
export interface PeriodAsked {
  readonly programme: Programme;
  readonly on: string;
  readonly memory: ViewMemory;
}

/** Controls over a period in one scope, each worked out when it is first asked for. */
export type PeriodTable = (control: Control) => ControlPeriod;

/** Remembered for the programme and the period asked about last. */
export function periodTable(asked: PeriodAsked, look: Look): PeriodTable {
  const { programme, on, memory } = asked;
  const { scope, period } = look;
  const basis = [programme, on, period.from, period.to];
  return remember({ memory }, { from: memory, kind: `period ${scope}`, basis }, () => tableOf(asked, look));
}

function tableOf({ programme, on }: PeriodAsked, look: Look): PeriodTable {
  const known = new Map<string, ControlPeriod>();
  const collectedBy = on > look.period.to ? on : look.period.to;
  return (control) => {
    const before = known.get(control.id);
    if (before) return before;
    const days = daysOf(programme, control, look);
    const pieces = recordedIn(programme, control, { ...look, collectedBy });
    const recorded = countOutcomes(pieces);
    const expected = populationOf(programme, control, { period: look.period, days, recorded });
    const worked = { control, days, pieces, expected, ...recorded };
    known.set(control.id, worked);
    return worked;
  };
}

/** How many days of a period were in one of some states. */
export function countDays(days: Days, wanted: (state: number) => boolean): number {
  let count = 0;
  for (let at = 0; at < days.length; at += 1) if (wanted(days[at] ?? 0)) count += 1;
  return count;
}
