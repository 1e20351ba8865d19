import { type Action, type Governance, requirementKey } from '@concord/programme';
import { remember } from '../coverage/memory.ts';
import type { CoverageRow } from '../coverage/row.ts';
import type { ViewAsked } from '../envelope.ts';

/** Open on the day, the first due first; by `kind/id` of what they close. */
export function openActions(
  actions: Governance['actions'],
  subjects: readonly string[],
  on: string,
): readonly Action[] {
  if (actions.isEmpty()) return none;
  const bySubject = actionsBySubject(actions);
  const found = new Set(subjects.flatMap((subject) => bySubject.get(subject) ?? []));
  return [...found].filter((action) => isOpenOn(action, on)).sort(soonestFirst);
}

/**
 * Open actions for a requirement or for a control claimed for it; the same list as long as they are the same. The
 * controls of a row change only with the row.
 */
export function actionsBeside(
  { memory, programme, on }: Pick<ViewAsked, 'memory' | 'programme' | 'on'>,
  row: CoverageRow,
  framework: string,
): readonly Action[] {
  const { actions } = programme.governance;
  if (actions.isEmpty()) return none;
  return remember({ memory }, { from: row, kind: 'actions', basis: [actions, on] }, () => {
    const controls = row.controls.map(({ control }) => `control/${control.id}`);
    const subjects = [`requirement/${requirementKey(framework, row.id)}`, ...controls];
    const found = openActions(actions, subjects, on);
    if (found.length === 0) return none;
    return remember({ memory }, { from: row, kind: 'actions found', basis: found }, () => found);
  });
}

const none: readonly Action[] = [];

function isOpenOn({ openedOn, closedOn }: Action, on: string): boolean {
  return openedOn <= on && (closedOn === undefined || closedOn > on);
}

/** By the day they are due, those without one last; of equal days the one opened first. */
export function soonestFirst(one: Pick<Action, 'due' | 'seq'>, other: Pick<Action, 'due' | 'seq'>): number {
  const [due, than] = [one.due ?? '9999', other.due ?? '9999'];
  if (due !== than) return due < than ? -1 : 1;
  return one.seq - other.seq;
}

const tables = new WeakMap<object, ReadonlyMap<string, readonly Action[]>>();

/** Laid out once, as long as the register is the same. */
function actionsBySubject(actions: Governance['actions']): ReadonlyMap<string, readonly Action[]> {
  const known = tables.get(actions);
  if (known) return known;
  const table = new Map<string, Action[]>();
  for (const action of actions.values())
    for (const { kind, id } of action.closes) {
      const key = `${kind}/${id}`;
      const list = table.get(key);
      if (list) list.push(action);
      else table.set(key, [action]);
    }
  tables.set(actions, table);
  return table;
}
