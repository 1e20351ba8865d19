import type { AnswerOf } from '@concord/operations/client';

export type Comparison = AnswerOf<'profiles compare'>;
export type ComparedRow = Comparison['rows'][number];
type Side = ComparedRow['from'];

/** One thing that differs, as plain values that a room puts into words. */
export interface Difference {
  readonly what:
    | 'word'
    | 'included'
    | 'status'
    | 'score'
    | 'wanted'
    | 'priority'
    | 'tier'
    | 'score-wanted'
    | 'owner'
    | 'due';
  readonly from: string | number | boolean | undefined;
  readonly to: string | number | boolean | undefined;
}

/** What of an outcome differs: its result as its word alone, its target member by member. A gap follows from both. */
export function differencesOf({ from, to }: Pick<ComparedRow, 'from' | 'to'>): readonly Difference[] {
  const sides = [from, to].map(valuesOf);
  const [before, after] = sides as [Values, Values];
  return (Object.keys(before) as Difference['what'][]).flatMap((what) =>
    before[what] === after[what] ? [] : [{ what, from: before[what], to: after[what] }],
  );
}

type Values = Readonly<Record<Difference['what'], Difference['from']>>;

function valuesOf({ word, included, status, score, target }: Side): Values {
  return {
    word,
    included,
    status: status || undefined,
    score: score ?? undefined,
    wanted: target?.wanted,
    priority: target?.priority,
    tier: target?.tier,
    'score-wanted': target?.score,
    owner: target?.owner,
    due: target?.due,
  };
}
