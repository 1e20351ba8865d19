import { frequency as frequencyNamed } from '@concord/catalog';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type Circumstances,
  count,
  type Dated,
  type Decision,
  type Evolver,
  factType,
  id,
  localDate,
  on,
  type RecordedFact,
  record,
  refuse,
  text,
  valueOn,
} from '../../foundation/index.ts';
import { readingBack } from '../inputs/read-back.ts';
import { type Controls, type Period, type PeriodSet, touch, type WithControls } from '../state.ts';

type FrequencyData = Period & { effective: string; reason?: string };

const frequencySet = factType<FrequencyData>('FrequencySet', 1, ['reason']);

const longest = 'P10Y';

/** Days, weeks, months and years; no hours, because evidence is dated by the day. */
const duration = z
  .string()
  .regex(
    /^P(?!$)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,4}D)?$/,
    'is no duration in years, months, weeks and days; write P30D, P3M or P1Y',
  );

export const setFrequencyInput = z.strictObject({
  frequency: id.describe('Id of the frequency, e.g. continuous'),
  period: duration.describe('How long a result is fresh, as an ISO 8601 duration, e.g. P30D'),
  graceDays: count.pipe(z.number().min(0).max(366)).describe('Days after that on which it is due and counts'),
  reason: text(1000).describe('Why, for who asks later'),
  effective: localDate.optional().describe('Day from which it holds; today when left out'),
});

/** Methods 6.4: how long evidence counts is practice, not a rule of a standard; the organisation may decide it. */
export function setFrequency(
  state: WithControls,
  input: z.infer<typeof setFrequencyInput>,
  { today }: Circumstances,
): Decision {
  const { frequency, period, graceDays, reason, effective = today } = input;
  if (!frequencyNamed(frequency))
    return refuse('missing', 'frequency.unknown', { frequency, at: 'frequency' });
  if (effective > today) return refuse('refused', 'date.future', { date: effective, at: 'effective' });
  const length = lengthOf(period);
  if (length === 0 || length > lengthOf(longest)) {
    return refuse('refused', 'frequency.period', { period, at: 'period' });
  }
  const known = valueOn(state.controls.frequencies.get(frequency) ?? [], effective);
  if (known?.period === period && known.graceDays === graceDays) return record();
  const data = { period, graceDays, effective, reason };
  return record(frequencySet.of({ kind: 'frequency', id: frequency }, data));
}

/** What was set, as the command that sets it, without the day it holds from. */
export const frequencyBack = readingBack(
  frequencySet,
  ({ data: { effective: _effective, ...said } }): Readonly<Record<string, unknown>> => said,
);

function lengthOf(period: string): number {
  return Temporal.Duration.from(period).total({ unit: 'days', relativeTo: '2024-01-01' });
}

/** What the organisation has set; every control of that frequency may stand differently for it. */
export const frequencyEvolvers: readonly Evolver<Controls>[] = [
  on(frequencySet, (state: Controls, { record: { id }, data, seq }: RecordedFact<FrequencyData>) => {
    const { effective, period, graceDays, reason = '' } = data;
    const set: Dated<PeriodSet> = { from: effective, value: { period, graceDays, reason } };
    const frequencies = state.frequencies.update(id, [], (history) => [...history, set]);
    const touched = [...state.controls.values()].filter(({ frequency }) => frequency === id);
    return touch({ ...state, frequencies }, ...touched.map((control) => ({ seq, control: control.id })));
  }),
];
