import { type Action, type Programme, recordKey, type Subject } from '@concord/programme';
import { maySeeControl, type Reader } from '../reader.ts';

/** An action that is to close a gap, as a reader may see it. */
export interface ActionShown extends Pick<Action, 'id' | 'title' | 'owner' | 'due' | 'priority'> {
  /** Which of its subjects leads here. */
  readonly by: 'requirement' | 'target' | 'control';
}

type BySubject = ReadonlyMap<string, readonly Action[]>;

const indexes = new WeakMap<object, BySubject>();

/** Every action by the key of each thing it closes; made once for each state of the list. */
function bySubject({ governance: { actions } }: Programme): BySubject {
  const known = indexes.get(actions);
  if (known) return known;
  const index = new Map<string, Action[]>();
  for (const action of actions.values()) {
    for (const subject of action.closes) {
      const key = recordKey(subject);
      const list = index.get(key);
      if (list) list.push(action);
      else index.set(key, [action]);
    }
  }
  indexes.set(actions, index);
  return index;
}

/** Actions that were open on a day and close one of these, each once, under the first that leads to it. */
export function openActions(
  programme: Programme,
  subjects: readonly Subject[],
  on: string,
): ReadonlyMap<Action, Subject['kind']> {
  const index = bySubject(programme);
  const found = new Map<Action, Subject['kind']>();
  if (index.size === 0) return found;
  for (const subject of subjects) {
    for (const action of index.get(recordKey(subject)) ?? [])
      if (wasOpen(action, on) && !found.has(action)) found.set(action, subject.kind);
  }
  return found;
}

function wasOpen({ status, openedOn, closedOn }: Action, on: string): boolean {
  return openedOn <= on && (status === 'open' || (closedOn !== undefined && closedOn > on));
}

/** A reader of their own sees the actions that are theirs, or close a control of theirs; the others are a count. */
export function actionsShown(
  programme: Programme,
  reader: Reader,
  found: ReturnType<typeof openActions>,
): { actions: readonly ActionShown[]; hiddenActions: number } {
  const own = ({ owner, closes }: Action) =>
    reader.sees === 'all' ||
    owner === reader.person ||
    closes.some(({ kind, id }) => kind === 'control' && maySeeControl(programme, reader, id));
  const seen = [...found].filter(([action]) => own(action));
  const actions = seen.map(([{ id, title, owner, due, priority }, by]): ActionShown => {
    return { id, title, owner, due, priority, by: by as ActionShown['by'] };
  });
  return { actions, hiddenActions: found.size - seen.length };
}
