import { joinAll, type Knowledge, U } from './knowledge.ts';
import type { Ground, OwnRelation, Requirement } from './question.ts';
import { DIS, infer, inverseName, type RelationName, relationsOf, SUP } from './relation.ts';

/** One way in which knowledge passes: the union of `sources` lies so to `target`. */
export interface Passage<Name extends RelationName | 'REL' = RelationName> {
  readonly by: Ground;
  readonly id: string;
  readonly sources: readonly string[];
  readonly target: string;
  readonly relation: Name;
  /** Set where the target is a member of this union, and the relation is the source's to the union. */
  readonly union?: readonly string[];
}

/** Requirements that can inform each other, and every passage among them. */
export interface Component {
  readonly ids: readonly string[];
  /** Whole and parts: no hop. */
  readonly within: readonly Passage[];
  /** Own relations: one hop each. */
  readonly across: readonly Passage[];
}

/** The requirements that are in play, and how knowledge passes among them. */
export interface Graph {
  /** In the order of the question; the excluded are not here. */
  readonly live: ReadonlyMap<string, Requirement>;
  /** Only the components of two or more; whoever is in none stands alone. */
  readonly components: readonly Component[];
  /** Live parts of a live whole. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
  readonly wholesOf: ReadonlyMap<string, readonly string[]>;
}

/** True for a relation that may enter a proof: confirmed, typed, and saying something (decision 1). */
function informs(relation: OwnRelation): boolean {
  const typed = relation.relation !== 'REL' && relationsOf(relation.relation) !== DIS;
  return typed && relation.capped === undefined;
}

/** True for a relation whose every end is in play. */
export function isInPlay(relation: OwnRelation, live: ReadonlyMap<string, Requirement>): boolean {
  const { from, to } = relation;
  return live.has(to) && from.length > 0 && from.every((id) => live.has(id));
}

/**
 * Decision 12: the excluded leave, and with them every whole that is a mere heading and has no part left.
 * Repeats upwards, since a heading may be a part of a heading.
 */
function liveRequirements(requirements: readonly Requirement[]): Map<string, Requirement> {
  const live = new Map<string, Requirement>();
  for (const requirement of requirements) if (!requirement.excluded) live.set(requirement.id, requirement);
  const headings = requirements.filter((whole) => whole.assessable === false && whole.parts?.length);
  let left = true;
  while (left) {
    left = false;
    for (const whole of headings)
      if (live.has(whole.id) && !whole.parts!.some((part) => live.has(part))) left = live.delete(whole.id);
  }
  return live;
}

/** Passages of one relation: forwards, and backwards to each member (decision 11). */
export function passagesOf<Name extends RelationName | 'REL'>(
  relation: OwnRelation,
  name: Name,
): Passage<Name | 'SUB' | 'SUP'>[] {
  const { id, to } = relation;
  const from = [...new Set(relation.from)];
  const back = inverseName(name);
  const forward: Passage<Name> = { by: 'relation', id, sources: from, target: to, relation: name };
  const only = from.length === 1;
  const backward = from.map((target) => {
    const passage: Passage<Name | 'SUB' | 'SUP'> = {
      by: 'relation',
      id,
      sources: [to],
      target,
      relation: back,
    };
    return only ? passage : { ...passage, union: from };
  });
  return [forward, ...backward];
}

/** Whole from its parts, unless one of them is not in the question at all; each part from the whole. */
function decomposition(whole: Requirement, parts: readonly string[], complete: boolean): Passage[] {
  const { id } = whole;
  const down = parts.length === 1 && complete ? 'EQ' : 'SUP';
  const passages = parts.map(
    (part): Passage => ({ by: 'whole', id, sources: [id], target: part, relation: down }),
  );
  if (complete) passages.push({ by: 'parts', id, sources: parts, target: id, relation: 'EQ' });
  return passages;
}

/** What a passage lets its target be, given what is known of its sources. */
export function passOn(passage: Passage<RelationName | 'REL'>, known: (id: string) => Knowledge): Knowledge {
  const { sources, relation, union } = passage;
  const source = sources.length === 1 ? known(sources[0]!) : joinAll(sources.map(known));
  if (source === U) return U;
  const reached = infer(source, relationsOf(relation));
  return union === undefined ? reached : infer(reached, SUP);
}

class Groups {
  readonly #leader = new Map<string, string>();

  leader(id: string): string {
    let at = id;
    for (let next = this.#leader.get(at); next !== undefined; next = this.#leader.get(at)) at = next;
    if (at !== id) this.#leader.set(id, at);
    return at;
  }

  link(a: string, b: string): void {
    const left = this.leader(a);
    const right = this.leader(b);
    if (left !== right) this.#leader.set(left, right);
  }
}

interface Draft {
  ids: string[];
  within: Passage[];
  across: Passage[];
}

function group(live: ReadonlyMap<string, Requirement>, passages: readonly Passage[]): Component[] {
  const groups = new Groups();
  for (const { sources, target } of passages) for (const source of sources) groups.link(source, target);
  const drafts = new Map<string, Draft>();
  for (const id of live.keys()) {
    const leader = groups.leader(id);
    const draft = drafts.get(leader);
    if (draft) draft.ids.push(id);
    else drafts.set(leader, { ids: [id], within: [], across: [] });
  }
  for (const passage of passages) {
    const draft = drafts.get(groups.leader(passage.target))!;
    (passage.by === 'relation' ? draft.across : draft.within).push(passage);
  }
  return [...drafts.values()].filter((draft) => draft.ids.length > 1);
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * Who can inform whom. A relation that names a requirement which is excluded or unknown is gone; so is the
 * way from parts to whole where a part is unknown, while an excluded part is simply no part (decision 12).
 */
export function buildGraph(requirements: readonly Requirement[], relations: readonly OwnRelation[]): Graph {
  const live = liveRequirements(requirements);
  const known = new Set(requirements.map((requirement) => requirement.id));
  const passages: Passage[] = [];
  const partsOf = new Map<string, string[]>();
  const wholesOf = new Map<string, string[]>();
  for (const whole of live.values()) {
    const parts = [...new Set(whole.parts)].filter((part) => live.has(part));
    if (parts.length === 0) continue;
    passages.push(
      ...decomposition(
        whole,
        parts,
        whole.parts!.every((part) => known.has(part)),
      ),
    );
    partsOf.set(whole.id, parts);
    for (const part of parts) append(wholesOf, part, whole.id);
  }
  for (const relation of relations) {
    if (!informs(relation) || !isInPlay(relation, live)) continue;
    passages.push(...passagesOf(relation, relation.relation as RelationName));
  }
  return { live, components: group(live, passages), partsOf, wholesOf };
}
