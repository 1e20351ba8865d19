import { type Graph, isInPlay, passagesOf, passOn } from './graph.ts';
import { EMPTY, F, FP, isNarrower, type Knowledge, N, statesOf, U } from './knowledge.ts';
import { type ClaimStanding, compareOrigins, type LocalKnowledge, stillCounts } from './local.ts';
import type { Settled } from './propagate.ts';
import type { Cap, GapGround, Hint, Kind, OwnRelation, Requirement, Result } from './question.ts';

/** What a verdict is made from. */
export interface Findings {
  readonly requirement: Requirement;
  readonly local: LocalKnowledge;
  readonly settled: Settled;
  /** What would be known, had nothing lapsed. */
  readonly beforeLapse: Knowledge;
  /** Of the claims on the requirement, its wholes and its parts. */
  readonly standing: ClaimStanding;
  readonly hopLimit: number;
}

interface Verdict {
  readonly kind: Kind;
  readonly knowledge: Knowledge;
  readonly gapBy?: GapGround;
}

/** {F}: who said so. Beyond the hop limit it stays true but prints as indicative (decision 5). */
function kindOfMet(findings: Findings): Kind {
  const { requirement, local, settled, hopLimit } = findings;
  if (requirement.judgement && stillCounts(requirement.judgement)) return 'assessed';
  if (local.byClaims === F) return 'claimed';
  return settled.hops <= hopLimit ? 'inferred' : 'indicative';
}

/** Everything else left U: first what lapsed, then the closed list, last unclaimed and unknown (decision 2). */
function verdictOnUnknown({ beforeLapse, standing }: Findings): Verdict {
  if (beforeLapse !== U) return { kind: 'stale', knowledge: U };
  if (standing === 'not implemented') return { kind: 'gap', knowledge: N, gapBy: 'claim' };
  return { kind: standing === 'none' ? 'unclaimed' : 'unknown', knowledge: U };
}

function verdictOn(findings: Findings): Verdict {
  const { knowledge } = findings.settled;
  if (knowledge === EMPTY) return { kind: 'conflict', knowledge };
  if (knowledge === F) return { kind: kindOfMet(findings), knowledge };
  if (knowledge === FP) return { kind: 'indicative', knowledge };
  if (knowledge === U) return verdictOnUnknown(findings);
  if (knowledge === (F | N)) return { kind: 'unknown', knowledge };
  const { judgement } = findings.requirement;
  const assessed = judgement !== undefined && stillCounts(judgement);
  return { kind: 'gap', knowledge, gapBy: assessed ? 'assessment' : 'inference' };
}

/** What would be known without lapses, where that says more. Two lapsed sides may have been a conflict. */
function formerly({ settled, beforeLapse }: Findings): Knowledge | undefined {
  if (!isNarrower(beforeLapse, settled.knowledge)) return undefined;
  return beforeLapse === EMPTY && settled.knowledge !== U ? undefined : beforeLapse;
}

/** One requirement's result, with the hints of its own claims. */
export function resultOf(findings: Findings): Result {
  const { requirement, local, settled } = findings;
  const { kind, knowledge, gapBy } = verdictOn(findings);
  const old = formerly(findings);
  return {
    id: requirement.id,
    knowledge,
    states: statesOf(knowledge),
    kind,
    hops: settled.hops,
    inferences: settled.inferences,
    hints: local.hints,
    ...(gapBy === undefined ? {} : { gapBy }),
    ...(settled.conflict === undefined ? {} : { conflict: settled.conflict }),
    ...(old === undefined ? {} : { formerly: old }),
  };
}

/** The result of a requirement that is out for a recorded reason: nothing is known, nothing is asked. */
export function excludedResult(id: string): Result {
  const nothing = { hops: 0, inferences: [], hints: [] as readonly Hint[] };
  return { id, knowledge: U, states: statesOf(U), kind: 'excluded', ...nothing };
}

/** What a result tells other requirements: a conflict and a gap by closed list tell nothing (decisions 2, 3). */
export function toldToOthers(result: Result | undefined): Knowledge {
  if (result === undefined || result.kind === 'conflict' || result.gapBy === 'claim') return U;
  return result.knowledge;
}

/** Decision 8: the claims that speak are those on the requirement, on its wholes and on its parts. */
export function standingOf(
  id: string,
  graph: Graph,
  ownStanding: (id: string) => ClaimStanding,
): ClaimStanding {
  const kin = new Set([id, ...reach(id, graph.wholesOf), ...reach(id, graph.partsOf)]);
  let standing: ClaimStanding = 'none';
  for (const relative of kin) {
    const own = ownStanding(relative);
    if (own === 'implemented') return own;
    if (own === 'not implemented') standing = own;
  }
  return standing;
}

function reach(id: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>(next.get(id));
  for (const one of reached) for (const further of next.get(one) ?? []) reached.add(further);
  return reached;
}

/** Why a relation is only a hint; nothing if it may enter a proof, or says that two things are unrelated. */
function capOf(relation: OwnRelation): Cap | undefined {
  if (relation.relation === 'DIS') return undefined;
  return relation.capped ?? (relation.relation === 'REL' ? 'published' : undefined);
}

/**
 * What crosswalk rows and capped relations would say of each requirement, both ways (decisions 1 and 11).
 * `told` is what each requirement tells others.
 */
export function relationHints(
  relations: readonly OwnRelation[],
  graph: Graph,
  told: (id: string) => Knowledge,
): Map<string, Hint[]> {
  const hints = new Map<string, Hint[]>();
  for (const row of relations) {
    const reason = capOf(row);
    if (reason === undefined || !isInPlay(row, graph.live)) continue;
    for (const passage of passagesOf(row, row.relation)) {
      const { id, sources, target, relation, union } = passage;
      const plain: Hint = { by: 'relation', id, sources, relation, reason, suggests: passOn(passage, told) };
      const hint = union === undefined ? plain : { ...plain, union };
      const list = hints.get(target);
      if (list) list.push(hint);
      else hints.set(target, [hint]);
    }
  }
  for (const list of hints.values()) list.sort(compareOrigins);
  return hints;
}

/** True when two lists of hints say the same in the same order. */
export function sameHints(a: readonly Hint[], b: readonly Hint[]): boolean {
  return a.length === b.length && a.every((hint, at) => sameHint(hint, b[at]!));
}

function sameHint(a: Hint, b: Hint): boolean {
  const same = a.by === b.by && a.id === b.id && a.relation === b.relation && a.suggests === b.suggests;
  return same && a.reason === b.reason && a.sources.join() === b.sources.join();
}
