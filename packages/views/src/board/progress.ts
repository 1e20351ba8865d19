import type { Action } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { type ActionRow, actionList } from '../registers/actions.ts';

type Shown = Pick<Action, 'id' | 'title' | 'owner' | 'due' | 'priority' | 'openedOn'>;

/** The one list of actions in figures, and those that need a look. */
export interface ProgressOfActions {
  readonly open: number;
  /** Done since the day that is compared with. */
  readonly done: number;
  readonly late: readonly Shown[];
  readonly unowned: readonly Shown[];
  /** Open and dated, the earliest first. */
  readonly next: readonly Shown[];
}

const all = { offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;
const shownNext = 5;

export function progressOfActions(asked: ViewAsked, since: string): ProgressOfActions {
  const { rows } = actionList(asked, all);
  const open = rows.filter(({ status }) => status === 'open');
  const done = rows.filter(({ status, closedOn = '' }) => status === 'done' && closedOn > since);
  return {
    open: open.length,
    done: done.length,
    late: open.filter(({ overdue }) => overdue).map(shown),
    unowned: open.filter(({ owner }) => owner === undefined).map(shown),
    next: open
      .filter(({ due, overdue }) => due !== undefined && !overdue)
      .slice(0, shownNext)
      .map(shown),
  };
}

function shown({ id, title, owner, due, priority, openedOn }: ActionRow): Shown {
  return { id, title, owner, due, priority, openedOn };
}
