import type { Framework } from '@concord/catalog';
import {
  type Dated,
  entryOn,
  type Inclusion,
  inclusionOf,
  type OutcomeStatus,
  type Priority,
  type Profile,
  type Programme,
  type Score,
  statusTexts,
  type Target,
  targetKey,
  targetTexts,
  valueOn,
} from '@concord/programme';
import { lookUpMany } from '../coverage/look-up.ts';
import type { Reader } from '../reader.ts';

/** Everything that a profile says of one outcome on a day. */
export interface Said {
  readonly key: string;
  readonly target: Target | undefined;
  /** With the day from which it stands. */
  readonly status: Dated<OutcomeStatus> | undefined;
  /** With the day of the judgement; undefined while it is not assessed. */
  readonly score: Dated<Score> | undefined;
}

const nothing: Said = { key: '', target: undefined, status: undefined, score: undefined };

/** What is said of an outcome as it is today; texts are '' for readers who may not see the whole programme. */
export interface StatusShown extends Omit<OutcomeStatus, 'seq' | 'status' | 'included' | 'rationale'> {
  readonly text: string;
  readonly statedOn: string;
}

export type TargetShown = Omit<Target, 'by' | 'seq'>;

export interface ScoreShown {
  /** As assessed; absent while nobody has. Not assessed is never 0. */
  readonly current?: (Score & { readonly scoredOn: string }) | undefined;
  readonly target?: number | undefined;
}

export function saidOf(
  { controls }: Programme,
  { profile, framework, on }: { profile: Profile | undefined; framework: string; on: string },
  outcome: string,
): Said {
  if (!profile) return nothing;
  const key = targetKey(profile.id, framework, outcome);
  const target = valueOn(lookUpMany(controls.targetHistory).get(key) ?? [], on);
  const status = entryOn(lookUpMany(controls.statuses).get(key) ?? [], on);
  const score = entryOn(lookUpMany(controls.scores).get(key) ?? [], on);
  return { key, target, status, score: score?.value ? (score as Dated<Score>) : undefined };
}

/**
 * Whether the profile includes an outcome on a day, by the nearest word: its own, else that of a heading over it. That it
 * was decided not to be applicable is another matter.
 */
export function inclusionOn(
  { controls }: Programme,
  { profile, framework, on }: { profile: Profile | undefined; framework: Framework; on: string },
  outcome: string,
): Inclusion {
  if (!profile) return { included: true, rationale: '' };
  const statuses = lookUpMany(controls.statuses);
  return inclusionOf(framework, outcome, (each) =>
    valueOn(statuses.get(targetKey(profile.id, framework.id, each)) ?? [], on),
  );
}

/** Free text may name anybody's controls: it is shown to who may see them all. */
export function statusShown({ status }: Said, { sees }: Reader): StatusShown | undefined {
  if (!status) return undefined;
  const { seq: _seq, status: text, included: _included, rationale: _rationale, ...rest } = status.value;
  const shown = { ...rest, text, statedOn: status.from };
  if (sees === 'all') return shown;
  const blank = Object.fromEntries(
    ['text', 'priorityText', ...statusTexts].filter((name) => name in shown).map((name) => [name, '']),
  );
  return { ...shown, ...blank };
}

export function targetShown({ target }: Said, { sees }: Reader): TargetShown | undefined {
  if (!target) return undefined;
  const { by: _by, seq: _seq, ...shown } = target;
  if (sees === 'all') return shown;
  const hidden = new Set<string>(['priorityText', 'source', ...targetTexts]);
  return Object.fromEntries(
    Object.entries(shown).filter(([name]) => !hidden.has(name)),
  ) as unknown as TargetShown;
}

export function scoreShown({ score, target }: Said, { sees }: Reader): ScoreShown | undefined {
  if (!score && target?.score === undefined) return undefined;
  const rationale = sees === 'all' ? score?.value.rationale : '';
  return {
    ...(score ? { current: { ...score.value, rationale: rationale ?? '', scoredOn: score.from } } : {}),
    ...(target?.score === undefined ? {} : { target: target.score }),
  };
}

const ranks: Readonly<Record<Priority, number>> = { high: 3, medium: 2, low: 1 };

/** High before medium before low before none. */
export function rankOf(priority: Priority | undefined): number {
  return priority === undefined ? 0 : ranks[priority];
}
