import { type Crosswalk, crosswalk, crosswalks, framework, type Relation } from '@concord/catalog';
import { type Refusal, type RequirementEnd, refuse, type StatedRelation } from '@concord/programme';
import {
  type ExchangeAsked,
  type ExchangeHead,
  type FrameworkNamed,
  frameworkNamed,
  headOf,
} from './head.ts';

/** One line of a mapping: what the sources ask together lies so to what the targets ask together. */
export interface MapExchanged {
  /** Tells it from the others of its set. */
  readonly key: string;
  readonly relation: Relation;
  readonly sources: readonly RequirementEnd[];
  readonly targets: readonly RequirementEnd[];
  /** What is alike: words, meaning or result; and why. */
  readonly rationaleKind?: StatedRelation['rationaleKind'];
  readonly rationale?: string;
  readonly confidence?: StatedRelation['confidence'];
  readonly strength?: number;
}

/** The maps between the same frameworks. */
export interface MappingExchanged {
  readonly key: string;
  readonly from: readonly FrameworkNamed[];
  readonly to: FrameworkNamed;
  readonly status: 'complete' | 'draft';
  readonly maps: readonly MapExchanged[];
  /** Ids that the developer says have nothing on the other side. */
  readonly unmappedFrom: readonly string[];
  readonly unmappedTo: readonly string[];
  readonly strengthMeans?: string;
}

export interface MappingExchange extends ExchangeHead {
  readonly model: 'mapping-collection';
  /** The crosswalk; absent for the organisation's own relations. */
  readonly crosswalk?: Omit<Crosswalk, 'pairs' | 'noEquivalent'>;
  readonly sets: readonly MappingExchanged[];
  /** Pairs that only say where to look, of which OSCAL has no way to speak. */
  readonly leftOut: number;
}

/** The organisation's own relations, or one crosswalk, shipped or imported. */
export function mappingExchange(
  asked: ExchangeAsked,
  { crosswalk: named }: { crosswalk?: string | undefined },
): MappingExchange | { refusal: Refusal } {
  if (named === undefined) return ownRelations(asked);
  const imported = asked.programme.governance.crosswalks;
  const found = crosswalk(named) ?? imported.get(named)?.crosswalk;
  if (!found) {
    const known = [...crosswalks().map(({ id }) => id), ...imported.keys()].join(', ');
    return refuse('missing', 'crosswalk.unknown', { crosswalk: named, known, at: 'crosswalk' });
  }
  return crosswalkExchange(asked, found);
}

const relationWords = {
  EQ: 'equal',
  SUB: 'subset',
  SUP: 'superset',
  INT: 'intersects',
  DIS: 'none',
} as const;

/** After any day. */
const later = '9999-12-31';

function ownRelations(asked: ExchangeAsked): MappingExchange | { refusal: Refusal } {
  const { programme } = asked;
  const standing = programme.controls.relations
    .valueSeq()
    .filter(({ statedOn, withdrawnOn = later }) => statedOn <= asked.on && withdrawnOn > asked.on)
    .toArray()
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  if (standing.length === 0) return refuse('conflict', 'oscal.no-relations', { at: 'crosswalk' });
  const sets = new Map<string, StatedRelation[]>();
  for (const each of standing) {
    const key = [...sourcesOf(each), each.to.framework, statusOf(each, asked.on)].join('\n');
    sets.set(key, [...(sets.get(key) ?? []), each]);
  }
  const shown = [...sets].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    model: 'mapping-collection',
    ...headOf(asked),
    sets: shown.map(([key, relations]) => setOf(asked, key, relations)),
    leftOut: 0,
  };
}

function sourcesOf({ from }: StatedRelation): string[] {
  return [...new Set(from.map((end) => end.framework))].sort();
}

function statusOf({ confirmedOn = later }: StatedRelation, on: string): MappingExchanged['status'] {
  return confirmedOn <= on ? 'complete' : 'draft';
}

function setOf(
  { programme, on }: ExchangeAsked,
  key: string,
  relations: readonly StatedRelation[],
): MappingExchanged {
  const [first] = relations as readonly [StatedRelation];
  return {
    key,
    from: sourcesOf(first).map((id) => frameworkNamed(programme, id)),
    to: frameworkNamed(programme, first.to.framework),
    status: statusOf(first, on),
    maps: relations.map(({ id, from, to, relation, rationaleKind, rationale, confidence }) => ({
      key: id,
      relation: relationWords[relation],
      sources: from,
      targets: [to],
      rationaleKind,
      rationale,
      confidence,
    })),
    unmappedFrom: [],
    unmappedTo: [],
  };
}

function crosswalkExchange(asked: ExchangeAsked, found: Crosswalk): MappingExchange | { refusal: Refusal } {
  const { pairs, noEquivalent, ...rest } = found;
  const said = pairs.filter(([, , relation = found.relation]) => relation !== 'suggested');
  if (said.length === 0)
    return refuse('refused', 'oscal.only-suggests', { crosswalk: found.id, at: 'crosswalk' });
  const named = (id: string) => frameworkNamed(asked.programme, id, framework(id));
  const without = (side: 'from' | 'to') =>
    noEquivalent
      .filter((each) => (each.side ?? 'from') === side && each.statement !== 'all-applicable')
      .map(({ id }) => id);
  const set: MappingExchanged = {
    key: found.id,
    from: [named(found.from)],
    to: named(found.to),
    status: 'complete',
    maps: said.map(([from, to, relation = found.relation, strength]) => ({
      key: `${from}\n${to}`,
      relation,
      sources: [{ framework: found.from, requirement: from }],
      targets: [{ framework: found.to, requirement: to }],
      ...(strength === undefined ? {} : { strength }),
    })),
    unmappedFrom: [...new Set(without('from'))],
    unmappedTo: [...new Set(without('to'))],
    ...(found.strengthMeans === undefined ? {} : { strengthMeans: found.strengthMeans }),
  };
  return {
    model: 'mapping-collection',
    ...headOf(asked),
    crosswalk: rest,
    sets: [set],
    leftOut: pairs.length - said.length,
  };
}
