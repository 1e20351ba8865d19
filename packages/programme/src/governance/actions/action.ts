import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { refuseReferences } from '../references/index.ts';
import { type Action, type Changes, changed, changesOf, updated } from '../registers/index.ts';
import type { AddAction, ChangeAction } from './inputs.ts';
import { subjectsNamed } from './subject.ts';

type ActionData = Pick<Action, 'owner' | 'due' | 'closes' | 'priority' | 'openedOn'> & {
  title?: string;
  what?: string | undefined;
  resources?: string | undefined;
};

const free = ['title', 'what', 'resources'] as const;
const bare = { title: '', what: '', resources: '', result: '' };
export const actionAdded = factType<ActionData>('ActionAdded', 1, free);
/** What became of it is said here only where a command is undone that had closed it, or opened it again. */
export const actionChanged = factType<Changes<ActionData & Pick<Action, 'status' | 'closedOn' | 'result'>>>(
  'ActionChanged',
  1,
  [...free, 'result'],
);

/** Clauses 6.2 and 10.2, SOA-06, a profile's gaps: whatever is to be done stands in this one list. */
export function addAction(state: WithGovernance, input: AddAction, now: Circumstances): Decision {
  const planned = planAction(state, input, now);
  if ('refusal' in planned) return planned;
  const open = openTwin(state.governance, planned);
  if (open) return refuseOpen(open);
  return record(actionAdded.of({ kind: 'action', id: now.newId() }, planned));
}

/** What is recorded of an action to be added, or what is wrong with it; that it stands already is not looked at. */
export function planAction(
  state: WithGovernance,
  input: AddAction,
  { today }: Circumstances,
): (ActionData & { readonly title: string }) | { refusal: Refusal } {
  const openedOn = input.openedOn ?? today;
  if (openedOn > today) return refuse('refused', 'date.future', { date: openedOn, at: 'openedOn' });
  const closes = subjectsNamed(state, input.closes);
  if ('refusal' in closes) return closes;
  const planned = { ...input, closes, openedOn };
  const refusal = refuseReferences(state, input) ?? refuseDue(planned);
  return refusal ? { refusal } : planned;
}

export function changeAction(state: WithGovernance, { action, ...input }: ChangeAction): Decision {
  const before = actionNamed(state.governance, action);
  if ('refusal' in before) return before;
  if (before.status !== 'open') return refuseClosed(before);
  const closes = subjectsNamed(state, input.closes ?? []);
  if ('refusal' in closes) return closes;
  const changes = changesOf(before, { ...input, closes: input.closes && closes }, bare);
  if (Object.keys(changes).length === 0) return record();
  const refusal = refuseReferences(state, input) ?? refuseDue({ ...before, ...changes });
  if (refusal) return { refusal };
  return record(actionChanged.of({ kind: 'action', id: before.id }, changes));
}

export function actionNamed(governance: Governance, id: string): Action | { refusal: Refusal } {
  return governance.actions.get(id) ?? refuse('missing', 'action.unknown', { action: id, at: 'action' });
}

/** What is closed is a record of what was done: it is opened again before anything of it changes. */
export function refuseClosed({ title, status, closedOn = '' }: Action): { refusal: Refusal } {
  return refuse('conflict', 'action.closed', { title, status, closedOn });
}

export function refuseOpen({ id, title }: Pick<Action, 'id' | 'title'>): { refusal: Refusal } {
  return refuse('conflict', 'action.exists', { title, action: id, at: 'title' });
}

/** The same words for the same things are the same action, for whoever and whenever it is due. */
export function contentOf({ title = '', closes }: Pick<ActionData, 'title' | 'closes'>): string {
  return JSON.stringify([title, closes.map(({ kind, id }) => `${kind}/${id}`).sort()]);
}

/** The action that is open and the same, if there is one. */
export function openTwin(
  { actions }: Governance,
  planned: ActionData & { readonly id?: string },
): Action | undefined {
  return actions.find((each) => each.status === 'open' && each.id !== planned.id && isSame(each, planned));
}

function isSame(one: Action, planned: ActionData): boolean {
  return one.title === planned.title && contentOf(one) === contentOf(planned);
}

/** Before the day on which it is opened nothing can be due. */
function refuseDue({
  due,
  openedOn,
}: {
  due?: string | null | undefined;
  openedOn: string;
}): Refusal | undefined {
  return due && due < openedOn
    ? refuse('refused', 'action.due-before', { due, openedOn, at: 'due' }).refusal
    : undefined;
}

export const actionEvolvers: readonly Evolver<Governance>[] = [
  on(actionAdded, (state: Governance, { record: { id }, data, seq }: RecordedFact<ActionData>) => {
    const { title = '', what = '', resources = '', ...rest } = data;
    const action: Action = { ...rest, id, title, what, resources, status: 'open', result: '', seq };
    return { ...state, actions: state.actions.set(id, action) };
  }),
  on(actionChanged, (state: Governance, fact: RecordedFact<object>) => ({
    ...state,
    actions: updated(state.actions, fact.record.id, (before) => changed(before, fact, bare)),
  })),
];
