import { type Action, type Refusal, refuse, type Subject } from '@concord/programme';
import {
  type RegisterAsked,
  type RegisterFilter,
  type RegisterList,
  registerPage,
  revisionOf,
  seenRecord,
} from './register.ts';
import { subjectAsked, subjectCalled } from './subject.ts';

export const actionStatuses = ['open', 'done', 'dropped'] as const;

export interface ActionFilter extends RegisterFilter {
  readonly status?: Action['status'] | undefined;
  /** `kind:id` of something that it closes; of a control its code too. */
  readonly subject?: string | undefined;
  readonly overdue?: boolean | undefined;
}

/** An action as it was on the day asked about. */
export interface ActionRow extends Omit<Action, 'seq'> {
  readonly overdue: boolean;
  /** What it closes, in words; the kind alone of what the reader may not see. */
  readonly about: readonly string[];
  readonly revision: number;
}

/** The one list of actions, the earliest due first; what was opened after the day is not in it. */
export function actionList(asked: RegisterAsked, filter: ActionFilter): RegisterList<ActionRow> {
  const { programme } = asked;
  const subject = filter.subject === undefined ? undefined : subjectAsked(programme, filter.subject);
  const isWanted = (row: ActionRow) =>
    (filter.status === undefined || row.status === filter.status) &&
    (filter.overdue === undefined || row.overdue === filter.overdue) &&
    (subject === undefined || closes(row, subject));
  return registerPage(asked, filter, {
    records: programme.governance.actions.values(),
    row: (action) => {
      const row = actionRow(asked, action);
      return row && isWanted(row) ? row : undefined;
    },
    order: ({ due = '9999-12-31', title }) => `${due} ${title}`,
  });
}

/** One action; in the same words for one that is not the reader's as for one that does not exist. */
export function actionSheet(asked: RegisterAsked, id: string): ActionRow | { refusal: Refusal } {
  const action = seenRecord(asked, asked.programme.governance.actions.get(id));
  const row = action && actionRow(asked, action);
  return row ?? refuse('missing', 'action.unknown', { action: id, at: 'action' });
}

/** What is told beside a record: the actions that close it, and how many more the reader may not see. */
export interface Closing {
  readonly actions: readonly Pick<ActionRow, 'id' | 'title' | 'status' | 'due' | 'overdue'>[];
  readonly hiddenActions: number;
}

export function actionsOn(asked: RegisterAsked, subject: Subject): Closing {
  const on = asked.programme.governance.actions.valueSeq().filter((each) => closes(each, subject));
  const all = on
    .filter(({ openedOn }) => openedOn <= asked.on)
    .sortBy(({ seq }) => seq)
    .toArray();
  const seen = all.flatMap((action) => (seenRecord(asked, action) ? (actionRow(asked, action) ?? []) : []));
  return {
    actions: seen.map(({ id, title, status, due, overdue }) => ({ id, title, status, due, overdue })),
    hiddenActions: all.length - seen.length,
  };
}

function actionRow(asked: RegisterAsked, action: Action): ActionRow | undefined {
  const { on, programme, reader } = asked;
  const { seq: _seq, ...rest } = action;
  const { openedOn, closedOn, due } = rest;
  if (openedOn > on) return undefined;
  const isOpen = closedOn === undefined || closedOn > on;
  return {
    ...rest,
    ...(isOpen ? { status: 'open', closedOn: undefined, result: '' } : {}),
    overdue: isOpen && due !== undefined && due < on,
    about: rest.closes.map((subject) => subjectCalled(programme, reader, subject)),
    revision: revisionOf(asked, 'action', rest.id),
  };
}

function closes(action: Pick<Action, 'closes'>, { kind, id }: Subject): boolean {
  return action.closes.some((subject) => subject.kind === kind && subject.id === id);
}
