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
import { dayReached, recordReviewed, refuseReferences } from '../references/index.ts';
import {
  type Changes,
  changed,
  changesOf,
  type EndedData,
  type InterestedParty,
  twinOf,
  updated,
} from '../registers/index.ts';
import type { AddParty, ChangeParty, EndParty } from './inputs.ts';

type PartyData = Omit<InterestedParty, 'id' | 'name' | 'asks' | 'endedOn' | 'seq'> & {
  name?: string;
  asks?: string;
};

const free = ['name', 'asks'] as const;
const bare = { name: '', asks: '' };
const partyAdded = factType<PartyData>('PartyAdded', 1, free);
const partyChanged = factType<Changes<PartyData>>('PartyChanged', 1, free);
const partyEnded = factType<EndedData>('PartyEnded', 1, ['reason']);

/** Clause 4.2 a and b: who is interested, and what they ask. */
export function addParty(state: WithGovernance, input: AddParty, now: Circumstances): Decision {
  const refusal = refuseReferences(state, input) ?? refuseTwin(state.governance, input);
  if (refusal) return { refusal };
  return recordReviewed(partyAdded.of({ kind: 'party', id: now.newId() }, input), input, now);
}

export function changeParty(
  state: WithGovernance,
  { party, ...asked }: ChangeParty,
  now: Circumstances,
): Decision {
  const before = partyInForce(state.governance, party);
  if ('refusal' in before) return before;
  const changes = changesOf(before, asked, bare);
  if (Object.keys(changes).length === 0) return record();
  const refusal = refuseReferences(state, asked) ?? refuseTwin(state.governance, { ...before, ...changes });
  if (refusal) return { refusal };
  return recordReviewed(partyChanged.of({ kind: 'party', id: before.id }, changes), changes, now);
}

/** What is owed to it stays as it is: an obligation ends by itself. */
export function endParty(state: WithGovernance, input: EndParty, now: Circumstances): Decision {
  const found = partyInForce(state.governance, input.party);
  if ('refusal' in found) return found;
  const endedOn = dayReached(input, now);
  if (typeof endedOn !== 'string') return endedOn;
  const { reason } = input;
  return record(partyEnded.of({ kind: 'party', id: found.id }, { endedOn, reason }));
}

function partyInForce(governance: Governance, id: string): InterestedParty | { refusal: Refusal } {
  const party = governance.parties.get(id);
  if (!party) return refuse('missing', 'party.unknown', { party: id, at: 'party' });
  const { name, endedOn } = party;
  return endedOn === undefined ? party : refuse('conflict', 'party.ended', { name, endedOn });
}

function refuseTwin(
  { parties }: Governance,
  one: { readonly [M in keyof InterestedParty]?: unknown },
): Refusal | undefined {
  const twin = twinOf(parties, one, ['kind', 'name']);
  return twin && refuse('conflict', 'party.exists', { name: twin.name, party: twin.id, at: 'name' }).refusal;
}

export const partyEvolvers: readonly Evolver<Governance>[] = [
  on(partyAdded, (state: Governance, { record: { id }, data, seq }: RecordedFact<PartyData>) => ({
    ...state,
    parties: state.parties.set(id, { ...bare, ...data, id, seq }),
  })),
  on(partyChanged, (state: Governance, fact: RecordedFact<object>) => ({
    ...state,
    parties: updated(state.parties, fact.record.id, (before) => changed(before, fact, bare)),
  })),
  on(partyEnded, (state: Governance, { record: { id }, data, seq }: RecordedFact<EndedData>) => ({
    ...state,
    parties: updated(state.parties, id, (before) => ({ ...before, endedOn: data.endedOn, seq })),
  })),
];
