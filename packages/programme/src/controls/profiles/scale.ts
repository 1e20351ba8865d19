import { z } from 'zod';
import {
  count,
  type Decision,
  type Evolver,
  factType,
  id,
  line,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { ScoreScale } from '../profile.ts';
import type { Controls, WithControls } from '../state.ts';
import { keptProfile } from './outcome.ts';
import { changed } from './profile.ts';

interface ScaleData {
  values: number[];
  labels?: string[];
}

const profileScaleSet = factType<ScaleData>('ProfileScaleSet', 1, ['labels']);

const level = z.strictObject({ value: count.pipe(z.number().min(0).max(1000)), label: line(100) });

export const setScaleInput = z.strictObject({
  profile: id.describe('Id of the profile'),
  levels: z
    .array(level)
    .min(2)
    .max(11)
    .describe('Its values and what they are called, lowest first: value and label'),
});

/** A scale of the organisation's own (practice: 0 to 4, 0 to 5); nobody prescribes one. Scores given so far must fit on it. */
export function setScale(state: WithControls, input: z.infer<typeof setScaleInput>): Decision {
  const profile = keptProfile(state, input.profile);
  if ('refusal' in profile) return profile;
  const { levels } = input;
  const values = levels.map(({ value }) => value);
  const labels = levels.map(({ label }) => label);
  if (values.some((value, at) => at > 0 && value <= (values[at - 1] ?? value)))
    return refuse('invalid', 'profile.scale-order', { at: 'levels' });
  if (new Set(labels.map((label) => label.toLowerCase())).size < labels.length)
    return refuse('invalid', 'profile.scale-labels', { at: 'levels' });
  const outside = valuesGiven(state.controls, profile.id).find((value) => !fits({ levels }, value));
  if (outside !== undefined)
    return refuse('conflict', 'profile.scale-outgrown', { value: outside, at: 'levels' });
  if (JSON.stringify(profile.scale?.levels) === JSON.stringify(levels)) return record();
  return record(profileScaleSet.of({ kind: 'profile', id: profile.id }, { values, labels }));
}

/** Whether a value lies between the ends of a scale. */
export function fits({ levels }: ScoreScale, value: number): boolean {
  const [lowest, highest] = [levels[0], levels.at(-1)];
  return lowest !== undefined && highest !== undefined && value >= lowest.value && value <= highest.value;
}

/** Every value that a score or target of a profile has, those that were replaced too: they are still read by day. */
function valuesGiven({ scores, targetHistory }: Controls, profile: string): number[] {
  const own = (key: string) => key.startsWith(`${profile}:`);
  const given = scores
    .toArray()
    .filter(([key]) => own(key))
    .flatMap(([, history]) =>
      history.flatMap(({ value }) => (value ? [value.value, value.policy, value.practice] : [])),
    );
  const wanted = targetHistory
    .toArray()
    .filter(([key]) => own(key))
    .flatMap(([, history]) => history.map(({ value }) => value.score));
  return [...given, ...wanted].filter((value) => value !== undefined);
}

export const scaleEvolvers: readonly Evolver<Controls>[] = [
  on(profileScaleSet, (state: Controls, { record, data, seq }: RecordedFact<ScaleData>) => {
    const levels = data.values.map((value, at) => ({ value, label: data.labels?.[at] ?? '' }));
    return changed(state, record.id, { scale: { levels }, seq });
  }),
];
