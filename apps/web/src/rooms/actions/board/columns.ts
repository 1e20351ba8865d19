import { type ActionRow, inOrder } from '../list/wanted.ts';

export const statuses = ['open', 'done', 'dropped'] as const;
export type ActionStatus = (typeof statuses)[number];

export interface BoardColumn {
  readonly status: ActionStatus;
  readonly total: number;
  readonly rows: readonly ActionRow[];
}

/** How many of those that are closed a column shows; the list has all. */
export const closedShown = 25;

/** Each action in the column of its status, in the order of the list; of the closed ones the latest. */
export function boardOf(rows: readonly ActionRow[], me: string): readonly BoardColumn[] {
  const ordered = inOrder(rows, me);
  return statuses.map((status) => {
    const of = ordered.filter((row) => row.status === status);
    return { status, total: of.length, rows: status === 'open' ? of : of.slice(0, closedShown) };
  });
}

/** Where an action may be moved from where it stands: a closed one is opened again before anything else. */
export function movesOf(status: ActionStatus): readonly ActionStatus[] {
  return status === 'open' ? ['done', 'dropped'] : ['open'];
}
