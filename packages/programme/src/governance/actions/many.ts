import {
  type Circumstances,
  type Decision,
  type Fact,
  type Refusal,
  type RefusedPlace,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { WithGovernance } from '../governance.ts';
import { actionAdded, contentOf, planAction, refuseOpen } from './action.ts';
import type { AddManyActions } from './inputs.ts';

/** All of them or none; every fault is told at its place, as in `actions[3].due`. */
export function addManyActions(state: WithGovernance, input: AddManyActions, now: Circumstances): Decision {
  const facts: Fact[] = [];
  const errors: RefusedPlace[] = [];
  const open = openByContent(state);
  for (const [at, asked] of input.actions.entries()) {
    const planned = planAction(state, asked, now);
    if ('refusal' in planned) {
      errors.push(faultAt(at, planned.refusal));
      continue;
    }
    const twin = open.get(contentOf(planned));
    if (twin !== undefined) {
      errors.push(faultAt(at, refuseOpen({ id: twin, title: planned.title }).refusal));
      continue;
    }
    open.set(contentOf(planned), `actions[${at}]`);
    if (errors.length === 0) facts.push(actionAdded.of({ kind: 'action', id: now.newId() }, planned));
  }
  if (errors.length === 0) return record(...facts);
  const all = input.actions.length;
  const { refusal } = refuse('refused', 'action.many-faults', { count: errors.length, all, at: 'actions' });
  return { refusal: { ...refusal, errors } };
}

function openByContent({ governance }: WithGovernance): Map<string, string> {
  const open = governance.actions.valueSeq().filter(({ status }) => status === 'open');
  return new Map(open.map((action) => [contentOf(action), action.id]));
}

function faultAt(at: number, { code, params, path }: Refusal): RefusedPlace {
  return { at: `actions[${at}]${path === undefined ? '' : `.${path}`}`, code, params };
}
