import { frequencies } from '@concord/catalog';
import { type Period, periodOn, valueOn } from '@concord/programme';
import { maySee } from '../reader.ts';
import type { EvidenceAsked } from './list.ts';

/** How long results of one frequency count, and by whose word. */
export interface PeriodRow extends Period {
  readonly id: string;
  readonly name: string;
  /** Customary practice, which no standard fixes, or what the organisation has set. */
  readonly basis: 'practice' | 'organisation';
  readonly reason?: string;
  readonly customary: Period;
  /** How many controls are of this frequency, of those the reader may see. */
  readonly controls: number;
  readonly revision: number;
}

export interface Periods {
  readonly on: string;
  readonly knownAt: number;
  readonly rows: readonly PeriodRow[];
}

/** Every frequency as it counts on a day, beside what is customary. */
export function evidencePeriods({ programme, on, reader }: Omit<EvidenceAsked, 'memory'>): Periods {
  const { controls } = programme;
  const counts = new Map<string, number>();
  for (const { frequency = '', owner } of controls.controls.values()) {
    if (maySee(reader, owner)) counts.set(frequency, (counts.get(frequency) ?? 0) + 1);
  }
  const rows = frequencies().map((customary): PeriodRow => {
    const { id, label, period, graceDays } = customary;
    const set = valueOn(controls.frequencies.get(id) ?? [], on);
    const counting = periodOn(controls, id, on) ?? customary;
    return {
      id,
      name: label,
      period: counting.period,
      graceDays: counting.graceDays,
      basis: set ? 'organisation' : 'practice',
      ...(set && reader.sees === 'all' ? { reason: set.reason } : {}),
      customary: { period, graceDays },
      controls: counts.get(id) ?? 0,
      revision: programme.revisions.get(`frequency/${id}`) ?? 0,
    };
  });
  return { on, knownAt: programme.position, rows };
}
