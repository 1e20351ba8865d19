import type { Profile, ScoreScale } from '@concord/programme';
import type { Said } from './said.ts';

/**
 * Scores of the outcomes under a heading (methods 4.3; our own computation): mean and lowest of those that are included
 * and scored, with how many they are. Outcomes that nobody assessed are in neither.
 */
export interface ScoreSummary {
  readonly mean?: number;
  readonly min?: number;
  readonly scored: number;
  /** Outcomes that the profile includes. */
  readonly of: number;
}

/** An outcome with whether it is included, and what is said of it. */
export interface Scored {
  readonly included: boolean;
  readonly said: Pick<Said, 'score'>;
}

/** Over outcomes themselves, never a mean of means. Undefined where the profile has no scale. */
export function summariseScores(
  profile: Pick<Profile, 'scale'> | undefined,
  outcomes: readonly Scored[],
): ScoreSummary | undefined {
  if (!profile?.scale) return undefined;
  const included = outcomes.filter((each) => each.included);
  const values = included.flatMap(({ said }) => (said.score ? [said.score.value.value] : []));
  const counts = { scored: values.length, of: included.length };
  if (values.length === 0) return counts;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean: Math.round(mean * 100) / 100, min: Math.min(...values), ...counts };
}

/** From the lowest value of a scale to the highest. */
export function spanOf({ levels }: ScoreScale): number {
  return (levels.at(-1)?.value ?? 0) - (levels[0]?.value ?? 0);
}
