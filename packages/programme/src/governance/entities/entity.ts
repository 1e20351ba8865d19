import { activities, designations } from '@concord/catalog';
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
  type LegalEntity,
  twinOf,
  updated,
} from '../registers/index.ts';
import type { AddEntity, ChangeEntity, EndEntity } from './inputs.ts';

type EntityData = Omit<LegalEntity, 'id' | 'name' | 'endedOn' | 'seq'> & { name?: string };

// A sole trader goes by the name of a person.
const free = ['name'] as const;
const bare = { name: '' };
const entityAdded = factType<EntityData>('EntityAdded', 1, free);
const entityChanged = factType<Changes<EntityData>>('EntityChanged', 1, free);
const entityEnded = factType<EndedData>('EntityEnded', 1, ['reason']);

/** The figures as they are in the accounts; what class follows from them is for the view of a law to say. */
export function addEntity(state: WithGovernance, input: AddEntity, now: Circumstances): Decision {
  const refusal = refuseMembers(state, input) ?? refuseGroup(input) ?? refuseTwin(state.governance, input);
  if (refusal) return { refusal };
  const named = { kind: 'entity', id: now.newId() };
  return recordReviewed(entityAdded.of(named, withoutDoubles(input)), input, now);
}

export function changeEntity(
  state: WithGovernance,
  { entity, ...input }: ChangeEntity,
  now: Circumstances,
): Decision {
  const before = entityInForce(state.governance, entity);
  if ('refusal' in before) return before;
  const changes = changesOf(before, withoutDoubles(input), bare);
  if (Object.keys(changes).length === 0) return record();
  const after = { ...before, ...changes };
  const refusal = refuseMembers(state, input) ?? refuseGroup(after) ?? refuseTwin(state.governance, after);
  if (refusal) return { refusal };
  return recordReviewed(entityChanged.of({ kind: 'entity', id: before.id }, changes), changes, now);
}

/** It is dissolved, or no longer what the programme is for; its figures stay in the register. */
export function endEntity(state: WithGovernance, input: EndEntity, now: Circumstances): Decision {
  const found = entityInForce(state.governance, input.entity);
  if ('refusal' in found) return found;
  const endedOn = dayReached(input, now);
  if (typeof endedOn !== 'string') return endedOn;
  const { reason } = input;
  return record(entityEnded.of({ kind: 'entity', id: found.id }, { endedOn, reason }));
}

function entityInForce(governance: Governance, id: string): LegalEntity | { refusal: Refusal } {
  const entity = governance.entities.get(id);
  if (!entity) return refuse('missing', 'entity.unknown', { entity: id, at: 'entity' });
  const { name, endedOn } = entity;
  return endedOn === undefined ? entity : refuse('conflict', 'entity.ended', { name, endedOn });
}

function refuseMembers(
  state: WithGovernance,
  input: Pick<ChangeEntity, 'activities' | 'designations' | 'owner'>,
): Refusal | undefined {
  const doing = unlisted(input.activities, activities());
  if (doing !== undefined)
    return refuse('refused', 'entity.activity-unknown', { activity: doing, at: 'activities' }).refusal;
  const said = unlisted(input.designations, designations());
  if (said !== undefined)
    return refuse('refused', 'entity.designation-unknown', { designation: said, at: 'designations' }).refusal;
  return refuseReferences(state, input);
}

/** Figures of a group count only for who is in one; persons add up, so a group has no fewer than its member. */
function refuseGroup(said: { readonly [M in 'alone' | 'group' | 'linked']?: unknown }): Refusal | undefined {
  const { alone, group, linked } = said as Partial<LegalEntity>;
  if (!group) return undefined;
  if (!linked) return refuse('refused', 'entity.group-unlinked', { at: 'group' }).refusal;
  const [persons, own] = [group.persons, alone?.persons];
  if (persons === undefined || own === undefined || persons >= own) return undefined;
  return refuse('refused', 'entity.group-fewer', { persons, own, at: 'group' }).refusal;
}

function unlisted(named: readonly string[] = [], listed: readonly { readonly id: string }[]) {
  return named.find((one) => !listed.some(({ id }) => id === one));
}

function refuseTwin({ entities }: Governance, one: { readonly [M in keyof LegalEntity]?: unknown }) {
  const twin = twinOf(entities, one, ['name']);
  return (
    twin && refuse('conflict', 'entity.exists', { name: twin.name, entity: twin.id, at: 'name' }).refusal
  );
}

const listed = ['activities', 'designations', 'establishedIn', 'servesIn'] as const;

/** Each id and country once, in the order given. */
function withoutDoubles<T extends Partial<Record<(typeof listed)[number], string[] | undefined>>>(
  input: T,
): T {
  const lists = listed.filter((member) => input[member]);
  return { ...input, ...Object.fromEntries(lists.map((member) => [member, [...new Set(input[member])]])) };
}

export const entityEvolvers: readonly Evolver<Governance>[] = [
  on(entityAdded, (state: Governance, { record: { id }, data, seq }: RecordedFact<EntityData>) => ({
    ...state,
    entities: state.entities.set(id, { ...bare, ...data, id, seq }),
  })),
  on(entityChanged, (state: Governance, fact: RecordedFact<object>) => ({
    ...state,
    entities: updated(state.entities, fact.record.id, (before) => changed(before, fact, bare)),
  })),
  on(entityEnded, (state: Governance, { record: { id }, data, seq }: RecordedFact<EndedData>) => ({
    ...state,
    entities: updated(state.entities, id, (before) => ({ ...before, endedOn: data.endedOn, seq })),
  })),
];
