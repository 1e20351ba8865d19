import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { grantsOn } from '../person.ts';
import {
  type Action,
  dayReached,
  recordRemoved,
  updated,
  type WayBack,
  wayBackOf,
} from '../registers/index.ts';
import { mayDo } from '../role.ts';
import { wholeOrganisation } from '../scope.ts';
import { actionAdded, actionChanged, actionNamed, openTwin, refuseClosed, refuseOpen } from './action.ts';
import type { CloseAction, ReopenAction } from './inputs.ts';

interface ClosedData {
  status: 'done' | 'dropped';
  closedOn: string;
  result?: string;
}

const actionClosed = factType<ClosedData>('ActionClosed', 1, ['result']);
const actionReopened = factType<{ reason?: string }>('ActionReopened', 1, ['reason']);

/** Done or dropped, with what came of it. Whoever does not keep the list closes what they own themselves. */
export function closeAction(state: WithGovernance, input: CloseAction, now: Circumstances): Decision {
  const action = actionNamed(state.governance, input.action);
  if ('refusal' in action) return action;
  if (action.owner !== now.actor && !keepsActions(state, now)) {
    // In the same words as for one that does not exist, or the refusal would tell.
    return refuse('missing', 'action.unknown', { action: input.action, at: 'action' });
  }
  if (action.status !== 'open') return refuseClosed(action);
  const closedOn = dayReached(input, now);
  if (typeof closedOn !== 'string') return closedOn;
  if (closedOn < action.openedOn) {
    const { openedOn } = action;
    return refuse('refused', 'action.closed-before', { closedOn, openedOn, at: 'effective' });
  }
  const { status, result } = input;
  return record(actionClosed.of({ kind: 'action', id: action.id }, { status, closedOn, result }));
}

function keepsActions({ governance }: WithGovernance, { actor, today }: Circumstances): boolean {
  return grantsOn(governance, actor, today).some(
    ({ role, scope }) => scope === wholeOrganisation && mayDo[role].includes('actions.write'),
  );
}

/** It was not done after all, or not for good; what had come of it stays in its history. */
export function reopenAction(state: WithGovernance, input: ReopenAction): Decision {
  const action = actionNamed(state.governance, input.action);
  if ('refusal' in action) return action;
  if (action.status === 'open') return refuse('conflict', 'action.open', { title: action.title });
  return record(actionReopened.of({ kind: 'action', id: action.id }, { reason: input.reason }));
}

/** One that was added is gone; else it is as it was, open or closed. */
export const actionWayBack: WayBack<WithGovernance> = wayBackOf<WithGovernance, Action>({
  types: [actionAdded.type, actionChanged.type, actionClosed.type, actionReopened.type],
  recordIn: ({ governance }, id) => governance.actions.get(id),
  called: ({ title }) => title,
  gone: (named) => recordRemoved.of(named, {}),
  restored: (named, members) => actionChanged.of(named, members),
  refuse({ governance }, earlier) {
    const twin = earlier.status === 'open' ? openTwin(governance, earlier) : undefined;
    return twin && refuseOpen(twin).refusal;
  },
});

export const closingEvolvers: readonly Evolver<Governance>[] = [
  on(actionClosed, (state: Governance, { record: { id }, data, seq }: RecordedFact<ClosedData>) => ({
    ...state,
    actions: updated(state.actions, id, (before) => ({ ...before, result: '', ...data, seq })),
  })),
  on(actionReopened, (state: Governance, { record: { id }, seq }: RecordedFact<object>) => ({
    ...state,
    actions: updated(state.actions, id, (before): Action => {
      const { closedOn: _closedOn, ...rest } = before;
      return { ...rest, status: 'open', result: '', seq };
    }),
  })),
];
