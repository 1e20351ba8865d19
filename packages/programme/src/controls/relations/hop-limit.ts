import { z } from 'zod';
import {
  count,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  record,
  text,
} from '../../foundation/index.ts';
import type { Controls, WithControls } from '../state.ts';

const relationLimitSet = factType<{ hops: number; reason?: string | undefined }>('RelationLimitSet', 1, [
  'reason',
]);

export const hopLimitRecord = { kind: 'relation-limit', id: 'hops' } as const;

export const setHopLimitInput = z.strictObject({
  hops: count
    .pipe(z.number().min(0).max(3))
    .describe('Over how many relations in a row "met" may be inferred: 0 to 3; beyond, it only supports'),
  reason: text(1000).optional().describe('Why, for who asks later'),
});

/** Methods 4.6: one hop is practice, not a rule of a standard; the organisation may decide it. */
export function setHopLimit(
  { controls }: WithControls,
  { hops, reason }: z.infer<typeof setHopLimitInput>,
): Decision {
  if (controls.relationHops === hops) return record();
  return record(relationLimitSet.of(hopLimitRecord, { hops, reason }));
}

export const hopLimitEvolvers: readonly Evolver<Controls>[] = [
  on(relationLimitSet, (state: Controls, { data }: RecordedFact<{ hops: number }>) => ({
    ...state,
    relationHops: data.hops,
  })),
];
