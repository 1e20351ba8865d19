import { type Requirement as Asked, childrenOf, type Framework, requirementOf } from '@concord/catalog';
import {
  adoptedEdition,
  applicabilityKey,
  holdsScope,
  type Programme,
  type RequirementEnd,
  relationGate,
  relationsOnRequirement,
  requirementKey,
  type StatedRelation,
  valueOn,
} from '@concord/programme';
import type { OwnRelation, Requirement } from '../calculus/index.ts';
import { type Aspect, requirementAsked } from './feed.ts';

/** A requirement of another framework that own relations lead to. */
export interface JoinedRequirement extends RequirementEnd {
  /** How the question names it, and every inference: `framework/requirement`. Those asked about go by their plain id. */
  readonly id: string;
  readonly edition: Framework;
  readonly node: Asked;
}

/**
 * What the organisation's own relations join to the framework asked about: with it they are one question. Nothing
 * where no relation leads anywhere.
 */
export interface Joined {
  /** By id, as the question names them, in the order of their ids. */
  readonly others: ReadonlyMap<string, JoinedRequirement>;
  /** Drafts and whatever else a gate keeps a hint among them; withdrawn ones are gone. */
  readonly relations: readonly OwnRelation[];
  readonly hopLimit: number;
  /** What it was made from. */
  readonly ground: readonly unknown[];
}

/** Relations, and all else that decides what they join; in this order. */
function groundOf({ controls, governance }: Programme): Joined['ground'] {
  const { adoptions, editions, scopes } = governance;
  return [controls.relations, controls.relationHops, adoptions, editions, scopes];
}

/** What is joined to the framework of an aspect; the very same object as before where nothing of its ground changed. */
export function joinedTo(programme: Programme, aspect: Aspect, before?: Joined): Joined {
  const ground = groundOf(programme);
  if (before && ground.every((each, at) => each === before.ground[at])) return before;
  const { others, relations } = reach(programme, aspect);
  if (relations.length === 0) return { others, relations: none, hopLimit: 1, ground };
  const read = relations.map((relation) => relationRead(programme, relation, aspect));
  return { others, relations: read, hopLimit: programme.controls.relationHops, ground };
}

const none: Joined['relations'] = [];

/** Whether an earlier answer can be followed: relations say whom they touch, all else that they rest on reaches anywhere. */
export function canFollow(before: Joined, now: Joined): boolean {
  if (before === now || (before.relations.length === 0 && now.relations.length === 0)) return true;
  if (before.hopLimit !== now.hopLimit) return false;
  return now.ground.every((each, at) => at === 0 || each === before.ground[at]);
}

/** From the framework asked about over every relation, and on from whole to parts and back. */
function reach(programme: Programme, aspect: Aspect) {
  const { controls } = programme;
  const others = new Map<string, JoinedRequirement>();
  const taken = new Set<StatedRelation>();
  const queue = [...controls.relations.values()].filter((each) =>
    endsOf(each).some(({ framework }) => framework === aspect.framework.id),
  );
  for (const relation of queue) {
    if (relation.status === 'withdrawn' || taken.has(relation) || isAmbiguous(relation, aspect)) continue;
    taken.add(relation);
    for (const joined of endsOf(relation).flatMap((end) => requirementsAt(programme, end, aspect))) {
      if (others.has(joined.id)) continue;
      others.set(joined.id, joined);
      queue.push(...relationsOnRequirement(controls, joined.id));
    }
  }
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
  const sorted = [...others.values()].sort(byId);
  return { others: new Map(sorted.map((each) => [each.id, each])), relations: [...taken].sort(byId) };
}

function endsOf({ from, to }: StatedRelation): RequirementEnd[] {
  return [...from, to];
}

/** An imported framework may itself have a requirement of that name: then nobody could tell which one is meant. */
function isAmbiguous(relation: StatedRelation, { framework }: Aspect): boolean {
  return endsOf(relation).some(
    (end) => end.framework !== framework.id && requirementOf(framework, keyOf(end)) !== undefined,
  );
}

function keyOf({ framework, requirement }: RequirementEnd): string {
  return requirementKey(framework, requirement);
}

/** The other end with its wholes and parts; nothing where the edition in use no longer asks it. */
function requirementsAt(programme: Programme, end: RequirementEnd, aspect: Aspect): JoinedRequirement[] {
  const { framework } = end;
  if (framework === aspect.framework.id) return [];
  const edition = adoptedEdition(programme.governance, framework);
  const node = edition && requirementOf(edition, end.requirement);
  if (!edition || !node) return [];
  return kinOf(edition, node).map((each) => ({
    id: requirementKey(framework, each.id),
    framework,
    requirement: each.id,
    edition,
    node: each,
  }));
}

/** A requirement, the wholes that it is exactly a part of, and their parts and its own. */
function kinOf(edition: Framework, node: Asked): Asked[] {
  const kin = new Set([node]);
  for (const each of kin) {
    const whole = each.parent === null ? undefined : requirementOf(edition, each.parent);
    if (whole?.parts === 'exact') kin.add(whole);
    if (each.parts === 'exact') for (const part of childrenOf(edition, each.id)) kin.add(part);
  }
  return [...kin].filter((each) => each.assessable || each.parts === 'exact');
}

/**
 * A relation as the calculus reads it: the quality gates, then the scope gate. What is known elsewhere says something
 * here only if that framework was adopted for a scope that holds the one asked about.
 */
function relationRead(programme: Programme, stated: StatedRelation, aspect: Aspect): OwnRelation {
  const idOf = (end: RequirementEnd) =>
    end.framework === aspect.framework.id ? end.requirement : keyOf(end);
  const { id, relation, from, to } = stated;
  const read = { id, relation, from: from.map(idOf), to: idOf(to) };
  const gate = relationGate(stated);
  if (gate) return { ...read, capped: gate };
  const holds = endsOf(stated).every(
    ({ framework }) => framework === aspect.framework.id || isHeldBy(programme, framework, aspect.scope),
  );
  return holds ? read : { ...read, capped: 'scope' };
}

function isHeldBy({ governance }: Programme, framework: string, scope: string): boolean {
  const adopted = governance.adoptions.get(framework);
  return adopted !== undefined && holdsScope(governance, adopted.scope, scope);
}

/**
 * A requirement of another framework as it is read in the scope asked about. What was decided or judged there comes
 * first. Else what was decided or judged in the scope that its framework is adopted for: an exclusion holds within it
 * too, and so does "met"; "partly" and "not met" do not, for the lack may lie outside. Where that scope does not hold
 * the one asked about, any judgement is read: every relation to it is then only a hint. Claims are read as anywhere: of
 * controls that operate in the whole scope asked about.
 */
export function joinedRequirementAsked(
  programme: Programme,
  { id, edition, node }: JoinedRequirement,
  { scope, on }: Aspect,
): Requirement {
  const adopted = programme.governance.adoptions.get(edition.id)?.scope ?? scope;
  const here = requirementAsked(programme, node, { framework: edition, scope, on });
  const there = requirementAsked(programme, node, { framework: edition, scope: adopted, on });
  const key = applicabilityKey(scope, edition.id, node.id);
  const decided = valueOn(programme.controls.applicability.get(key) ?? [], on) !== undefined;
  const inherits = there.judgement?.state === 'F' || !holdsScope(programme.governance, adopted, scope);
  const judgement = here.judgement ?? (inherits ? there.judgement : undefined);
  const { assessable = true, parts } = here;
  return {
    id,
    assessable,
    ...((decided ? here : there).excluded ? { excluded: true } : {}),
    ...(parts ? { parts: parts.map((part) => requirementKey(edition.id, part)) } : {}),
    ...(judgement ? { judgement } : {}),
  };
}

/**
 * Which requirement an id in a result means: of an inference's `sources` and `union`, of a step's `requirement`. For who
 * puts a proof into words; an inference `by: 'relation'` has the id of the relation in
 * `programme.controls.relations`, with its author, rationale and confidence. A whole has its own id there.
 */
export function requirementMeant(
  { aspect, joined }: { readonly aspect: Aspect; readonly joined: Joined },
  id: string,
): RequirementEnd {
  const { framework, requirement } = joined.others.get(id) ?? {
    framework: aspect.framework.id,
    requirement: id,
  };
  return { framework, requirement };
}
