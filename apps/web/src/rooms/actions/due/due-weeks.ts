import type { DueRow } from '../../../due/index.ts';
import { mondayOf } from '../../../due/week.ts';
import { isOwned } from '../list/wanted.ts';

export interface DueWeek {
  /** `late`, or the Monday of the week. */
  readonly week: string;
  readonly rows: readonly DueRow[];
}

/** What is late, then week by week; the order within stays that of the list. */
export function byWeek(rows: readonly DueRow[]): readonly DueWeek[] {
  const weeks = new Map<string, DueRow[]>();
  for (const row of rows) {
    const week = row.state === 'overdue' ? 'late' : mondayOf(row.due);
    const before = weeks.get(week);
    if (before) before.push(row);
    else weeks.set(week, [row]);
  }
  return [...weeks].map(([week, of]) => ({ week, rows: of }));
}

export const dueKinds = [
  'evidence',
  'action',
  'target',
  'judgement',
  'applicability',
  'obligation',
  'party',
  'issue',
  'scope',
  'document',
  'entity',
  'collector',
] as const satisfies readonly DueRow['kind'][];

/** How far ahead the list may look, in days. */
export const horizons = ['30', '90', '366'] as const;

export interface WantedDue {
  readonly within: number;
  readonly kinds: readonly DueRow['kind'][];
  readonly owner?: string | undefined;
  readonly lateOnly: boolean;
}

type Search = Readonly<Record<string, string | undefined>>;

export function wantedDueIn({ within, kind = '', owner, late }: Search): WantedDue {
  const named = kind.split(',');
  return {
    within: Number(horizons.find((each) => each === within) ?? '90'),
    kinds: dueKinds.filter((each) => named.includes(each)),
    owner,
    lateOnly: late === 'yes',
  };
}

export function isDueWanted(row: DueRow, { owner, lateOnly }: WantedDue, me: string): boolean {
  return isOwned(row.owner?.id, owner, me) && (!lateOnly || row.state === 'overdue');
}
