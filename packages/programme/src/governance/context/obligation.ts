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
import { dayReached, recordReviewed, refuseReferences, requirementsNamed } from '../references/index.ts';
import {
  type Changes,
  changed,
  changesOf,
  type EndedData,
  type Obligation,
  twinOf,
  updated,
} from '../registers/index.ts';
import type { AddObligation, ChangeObligation, EndObligation } from './inputs.ts';

type ObligationData = Omit<Obligation, 'id' | 'title' | 'reference' | 'asks' | 'endedOn' | 'seq'> & {
  title?: string;
  reference?: string | undefined;
  asks?: string;
};

const free = ['title', 'reference', 'asks'] as const;
const bare = { title: '', reference: '', asks: '' };
const obligationAdded = factType<ObligationData>('ObligationAdded', 1, free);
const obligationChanged = factType<Changes<ObligationData>>('ObligationChanged', 1, free);
const obligationEnded = factType<EndedData>('ObligationEnded', 1, ['reason']);

/** Clause 4.2 c and A.5.31: what is asked of the organisation, and which requirements it answers that by. */
export function addObligation(state: WithGovernance, input: AddObligation, now: Circumstances): Decision {
  const requirements = requirementsNamed(state, input.requirements);
  if ('refusal' in requirements) return requirements;
  const refusal = refuseReferences(state, input) ?? refuseTwin(state.governance, input);
  if (refusal) return { refusal };
  const named = { kind: 'obligation', id: now.newId() };
  return recordReviewed(obligationAdded.of(named, { ...input, requirements }), input, now);
}

export function changeObligation(
  state: WithGovernance,
  { obligation, ...input }: ChangeObligation,
  now: Circumstances,
): Decision {
  const before = obligationInForce(state.governance, obligation);
  if ('refusal' in before) return before;
  const requirements = requirementsNamed(state, input.requirements ?? []);
  if ('refusal' in requirements) return requirements;
  const asked = { ...input, requirements: input.requirements && requirements };
  const changes = changesOf(before, asked, bare);
  if (Object.keys(changes).length === 0) return record();
  const refusal = refuseReferences(state, input) ?? refuseTwin(state.governance, { ...before, ...changes });
  if (refusal) return { refusal };
  return recordReviewed(obligationChanged.of({ kind: 'obligation', id: before.id }, changes), changes, now);
}

/** It stays in the register, as what was asked until then. */
export function endObligation(state: WithGovernance, input: EndObligation, now: Circumstances): Decision {
  const found = obligationInForce(state.governance, input.obligation);
  if ('refusal' in found) return found;
  const endedOn = dayReached(input, now);
  if (typeof endedOn !== 'string') return endedOn;
  const { reason } = input;
  return record(obligationEnded.of({ kind: 'obligation', id: found.id }, { endedOn, reason }));
}

function obligationInForce(governance: Governance, id: string): Obligation | { refusal: Refusal } {
  const obligation = governance.obligations.get(id);
  if (!obligation) return refuse('missing', 'obligation.unknown', { obligation: id, at: 'obligation' });
  const { title, endedOn } = obligation;
  return endedOn === undefined ? obligation : refuse('conflict', 'obligation.ended', { title, endedOn });
}

function refuseTwin(
  { obligations }: Governance,
  one: { readonly [M in keyof Obligation]?: unknown },
): Refusal | undefined {
  const twin = twinOf(obligations, one, ['kind', 'title', 'scope']);
  return (
    twin &&
    refuse('conflict', 'obligation.exists', { title: twin.title, obligation: twin.id, at: 'title' }).refusal
  );
}

export const obligationEvolvers: readonly Evolver<Governance>[] = [
  on(obligationAdded, (state: Governance, { record: { id }, data, seq }: RecordedFact<ObligationData>) => {
    const { title = '', reference = '', asks = '', ...rest } = data;
    const obligation = { ...rest, id, title, reference, asks, seq };
    return { ...state, obligations: state.obligations.set(id, obligation) };
  }),
  on(obligationChanged, (state: Governance, fact: RecordedFact<object>) => ({
    ...state,
    obligations: updated(state.obligations, fact.record.id, (before) => changed(before, fact, bare)),
  })),
  on(obligationEnded, (state: Governance, { record: { id }, data, seq }: RecordedFact<EndedData>) => ({
    ...state,
    obligations: updated(state.obligations, id, (before) => ({ ...before, endedOn: data.endedOn, seq })),
  })),
];
