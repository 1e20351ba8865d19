import { say } from '@concord/catalog';
import { List } from 'immutable';
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
import type { Controls, RequirementEnd, StatedRelation, WithControls } from '../state.ts';
import type { ChangeRelation, ConfirmRelation, StateRelation, WithdrawRelation } from './inputs.ts';
import {
  endNamed,
  endsOf,
  hasSameEnds,
  isSameEnd,
  keyOf,
  relationsOnRequirement,
  touchEnds,
} from './relation-end.ts';

type StatedData = Pick<StatedRelation, 'relation' | 'rationaleKind' | 'confidence' | 'statedOn'> & {
  from: readonly RequirementEnd[];
  to: RequirementEnd;
  rationale?: string;
};
type ChangedData = Partial<Pick<StatedRelation, 'relation' | 'rationaleKind' | 'confidence' | 'rationale'>>;
/** Where a command is undone, also how the relation stood; null where there was nothing. */
type GivenBack = ChangedData & {
  [M in 'status' | 'confirmedBy' | 'confirmedOn' | 'withdrawnBy' | 'withdrawnOn']?: StatedRelation[M] | null;
};
interface ConfirmedData {
  confirmedOn: string;
}
interface WithdrawnData {
  withdrawnOn: string;
  reason?: string;
}

export const relationStated = factType<StatedData>('RelationStated', 1, ['rationale']);
const relationConfirmed = factType<ConfirmedData>('RelationConfirmed', 1, []);
export const relationChanged = factType<GivenBack>('RelationChanged', 1, ['rationale']);
export const relationWithdrawn = factType<WithdrawnData>('RelationWithdrawn', 1, ['reason']);

/**
 * Our own reading of how two requirements lie to each other, or several together to one (IR 8477). It is a draft until
 * it is confirmed; which way round it is meant is told back as a sentence.
 */
export function stateRelation(
  state: WithControls,
  input: StateRelation,
  { newId, today }: Circumstances,
): Decision {
  const from: RequirementEnd[] = [];
  for (const each of input.from) {
    const found = endNamed(state, each, 'from');
    if ('refusal' in found) return found;
    if (!from.some((known) => isSameEnd(known, found))) from.push(found);
  }
  const to = endNamed(state, input.to, 'to');
  if ('refusal' in to) return to;
  if (from.some((each) => isSameEnd(each, to)))
    return refuse('refused', 'relation.same-end', { requirement: input.to, at: 'to' });
  from.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const same = relationsOnRequirement(state.controls, keyOf(to)).find((each) =>
    hasSameEnds(each, { from, to }),
  );
  if (same) return refuse('conflict', 'relation.exists', { relation: same.id });
  const { relation, rationaleKind, rationale, confidence } = input;
  const data = { from, to, relation, rationaleKind, confidence, rationale, statedOn: today };
  const fact = relationStated.of({ kind: 'relation', id: newId() }, data);
  return { facts: [fact], notices: [tellDraft(data)] };
}

function tellDraft(relation: Pick<StatedRelation, 'from' | 'to' | 'relation'>) {
  const { key, from, to } = sentenceOf(relation);
  return { code: 'relation.draft', params: { said: key, from, to } };
}

/** Who confirms vouches for the direction and for the reasons; only then it may enter a result. */
export function confirmRelation(
  { controls }: WithControls,
  input: ConfirmRelation,
  { today }: Circumstances,
): Decision {
  const relation = relationNamed(controls, input.relationId);
  if ('refusal' in relation) return relation;
  if (relation.status === 'confirmed')
    return refuse('conflict', 'relation.confirmed', { relation: relation.id });
  return record(relationConfirmed.of({ kind: 'relation', id: relation.id }, { confirmedOn: today }));
}

/** What was confirmed is no longer what it says: after a change it is a draft again. */
export function changeRelation(
  { controls }: WithControls,
  { relationId: named, ...change }: ChangeRelation,
): Decision {
  const relation = relationNamed(controls, named);
  if ('refusal' in relation) return relation;
  const changed = Object.entries(change).filter(
    ([member, value]) => value !== undefined && value !== relation[member as keyof typeof change],
  );
  if (changed.length === 0) return record();
  const data: ChangedData = Object.fromEntries(changed);
  const fact = relationChanged.of({ kind: 'relation', id: relation.id }, data);
  return { facts: [fact], notices: [tellDraft({ ...relation, ...data })] };
}

export function withdrawRelation(
  { controls }: WithControls,
  { relationId: named, reason }: WithdrawRelation,
  { today }: Circumstances,
): Decision {
  const relation = relationNamed(controls, named);
  if ('refusal' in relation) return relation;
  const data = { withdrawnOn: today, reason };
  return record(relationWithdrawn.of({ kind: 'relation', id: relation.id }, data));
}

/** One that still stands: what was withdrawn is stated anew. */
function relationNamed({ relations }: Controls, named: string): StatedRelation | { refusal: Refusal } {
  const relation = relations.get(named);
  if (!relation) return refuse('missing', 'relation.unknown', { relation: named, at: 'relationId' });
  if (relation.status === 'withdrawn') return refuse('conflict', 'relation.withdrawn', { relation: named });
  return relation;
}

/** What a relation says, as a sentence without a stop: who reads it sees which way round it is meant. */
export function relationSays(
  { from, to, relation }: Pick<StatedRelation, 'from' | 'to' | 'relation'>,
  language = 'en',
): string {
  const { key, ...ends } = sentenceOf({ from, to, relation });
  return say(language, `relation.${key}`, ends);
}

function sentenceOf({ from, to, relation }: Pick<StatedRelation, 'from' | 'to' | 'relation'>) {
  const spoken = ({ framework, requirement }: RequirementEnd) => `${framework} ${requirement}`;
  const key = from.length === 1 ? relation : `joint-${relation}`;
  return { key, from: from.map(spoken).join(', '), to: spoken(to) };
}

/** What keeps a relation a hint, whoever asks. */
export type RelationGate = 'draft' | 'low confidence' | 'rationale';

/**
 * Methods 4.6, quality gates (our own computation): EQ enters by any rationale, SUB and SUP by meaning or result only;
 * low confidence and drafts never do. Undefined for what may enter a result.
 */
export function relationGate(
  relation: Pick<StatedRelation, 'status' | 'confidence' | 'relation' | 'rationaleKind'>,
): RelationGate | undefined {
  if (relation.status !== 'confirmed') return 'draft';
  if (relation.confidence === 'low') return 'low confidence';
  const oneSided = relation.relation === 'SUB' || relation.relation === 'SUP';
  return oneSided && relation.rationaleKind === 'syntactic' ? 'rationale' : undefined;
}

export const relationEvolvers: readonly Evolver<Controls>[] = [
  on(relationStated, (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<StatedData>) => {
    const { rationale = '', ...rest } = data;
    const relation: StatedRelation = { ...rest, rationale, id, status: 'draft', by: actor, seq };
    const added = (ids: List<string> | undefined) => (ids ?? List<string>()).push(id);
    const relationsOn = state.relationsOn.withMutations((onEnds) => {
      for (const each of endsOf(relation)) onEnds.update(each, added);
    });
    return touchEnds({ ...state, relations: state.relations.set(id, relation), relationsOn }, relation);
  }),
  on(
    relationConfirmed,
    (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<ConfirmedData>) =>
      turn(state, id, { ...data, status: 'confirmed', confirmedBy: actor, seq }),
  ),
  on(relationChanged, (state: Controls, fact: RecordedFact<GivenBack>) => {
    const { record, data, redacted, seq } = fact;
    // What was erased must not bring back what it had replaced.
    const erased = redacted.includes('rationale') ? { rationale: '' } : {};
    // Where it is given back how it stood, that says by whom it was confirmed, if by anybody.
    const standsAs =
      data.status === undefined ? { status: 'draft', confirmedBy: undefined, confirmedOn: undefined } : {};
    const said = Object.entries(data).map(([member, value]) => [member, value ?? undefined]);
    return turn(state, record.id, { ...standsAs, ...Object.fromEntries(said), ...erased, seq });
  }),
  on(
    relationWithdrawn,
    (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<WithdrawnData>) =>
      turn(state, id, { withdrawnOn: data.withdrawnOn, status: 'withdrawn', withdrawnBy: actor, seq }),
  ),
];

function turn(
  state: Controls,
  named: string,
  change: Partial<StatedRelation> & { readonly seq: number },
): Controls {
  const relation = state.relations.get(named);
  if (!relation) return state;
  const turned = { ...relation, ...change };
  return touchEnds({ ...state, relations: state.relations.set(named, turned) }, turned);
}
