import type { AnswerOf } from '@concord/operations/client';

export type Numbers = AnswerOf<'view csf-profile'>['numbers'];
type Row = AnswerOf<'view clause-conformity'>['rows'][number] | AnswerOf<'view nis2-duties'>['rows'][number];
type Counted = Pick<Row, 'id' | 'kind' | 'assessable'>;

/** What a bar needs of a set of requirements. */
export interface Reach {
  readonly n: number;
  readonly met: number;
  readonly possible: number;
}

export interface Part extends Reach {
  readonly id: string;
  readonly title: string;
}

const met = new Set<Row['kind']>(['assessed', 'claimed', 'inferred']);

/** Counted as the views count: met is said or follows; possible is all that is no gap; what is excluded is not asked. */
export function reachOf(rows: readonly Counted[]): Reach {
  const asked = rows.filter(({ assessable, kind }) => assessable && kind !== 'excluded');
  return {
    n: asked.length,
    met: asked.filter(({ kind }) => met.has(kind)).length,
    possible: asked.filter(({ kind }) => kind !== 'gap').length,
  };
}

/** Rows by their group, in the order in which they come. */
export function partsOf<R extends Counted & { readonly group: string; readonly groupTitle: string }>(
  rows: readonly R[],
): readonly Part[] {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups].map(([id, of]) => ({ id, title: of[0]?.groupTitle ?? '', ...reachOf(of) }));
}

/** The duties of NIS 2 as people speak of them. */
export const dutyParts = ['management', 'measures', 'principles', 'reporting', 'registration'] as const;
export type DutyPart = (typeof dutyParts)[number];

export function dutyPartOf(id: string): DutyPart {
  if (id.startsWith('20')) return 'management';
  if (id.startsWith('21(2)')) return 'measures';
  if (id.startsWith('21')) return 'principles';
  return id.startsWith('23') ? 'reporting' : 'registration';
}

/** Sums of two parts of one framework. */
export function sumOf(
  one: Numbers,
  other: Numbers | undefined,
): Pick<Numbers, 'unclaimed' | 'unknown' | 'stale'> & Reach {
  const sum = (member: 'n' | 'met' | 'possible' | 'unclaimed' | 'unknown' | 'stale') =>
    one[member] + (other?.[member] ?? 0);
  return {
    n: sum('n'),
    met: sum('met'),
    possible: sum('possible'),
    unclaimed: sum('unclaimed'),
    unknown: sum('unknown'),
    stale: sum('stale'),
  };
}
