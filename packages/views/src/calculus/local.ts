import { joinAll, type Knowledge, only, U } from './knowledge.ts';
import type { Claim, ControlState, Hint, Inference, Judgement, Requirement } from './question.ts';
import { infer, relationsOf } from './relation.ts';

/** What the confirmed claims on a requirement amount to: none, none that is implemented, or some. */
export type ClaimStanding = 'none' | 'not implemented' | 'implemented';

/** What is known of one requirement from its own judgement and claims, before any other is asked. */
export interface LocalKnowledge {
  readonly now: Knowledge;
  /** The same, had nothing lapsed. */
  readonly beforeLapse: Knowledge;
  /** By the claims alone. */
  readonly byClaims: Knowledge;
  readonly standing: ClaimStanding;
  readonly inferences: readonly Inference[];
  readonly hints: readonly Hint[];
}

/** Controls by id. */
export type Controls = ReadonlyMap<string, ControlState>;

/** The union of a claim's members, as far as they are in use. */
interface Joint {
  readonly members: readonly string[];
  readonly now: Knowledge;
  readonly beforeLapse: Knowledge;
  readonly implemented: boolean;
}

/** Decision 13: members whose condition of use does not hold are struck. Decision 12: retired ends the claim. */
function jointOf(claim: Claim, controls: Controls): Joint | undefined {
  const named = claim.controls;
  if (named.length === 1) return jointOfOne(named, controls.get(named[0]!));
  const states = [...new Set(named)].map((id) => controls.get(id));
  const members: ControlState[] = [];
  for (const state of states) {
    if (state === undefined) return undefined;
    if (state.inUse) members.push(state);
  }
  if (members.length === 0) return undefined;
  return {
    members: members.map((member) => member.id),
    now: joinAll(members.map((member) => member.knowledge)),
    beforeLapse: joinAll(members.map((member) => member.knowledgeBeforeLapse)),
    implemented: members.some((member) => member.implementation !== 'none'),
  };
}

function jointOfOne(members: readonly string[], state: ControlState | undefined): Joint | undefined {
  if (!state?.inUse) return undefined;
  const { knowledge: now, knowledgeBeforeLapse: beforeLapse, implementation } = state;
  return { members, now, beforeLapse, implemented: implementation !== 'none' };
}

/** A positive judgement lapses after its validity; a negative one stands until judged again (decision 9). */
export function stillCounts(judgement: Judgement): boolean {
  return !judgement.lapsed || judgement.state !== 'F';
}

interface Gathering {
  byClaims: Knowledge;
  byClaimsBeforeLapse: Knowledge;
  standing: ClaimStanding;
  /** A confirmed claim that a gate keeps a hint shows nothing, yet its control does something (decision 8). */
  hintImplemented: boolean;
  inferences: Inference[];
  hints: Hint[];
}

function gatherHint(gathering: Gathering, claim: Claim, suggests: Knowledge): void {
  const { id, controls: sources, relation, capped } = claim;
  if (capped === undefined) return;
  gathering.hints.push({ by: 'claim', id, sources, relation, reason: capped, suggests });
}

function gatherClaim(gathering: Gathering, claim: Claim, controls: Controls): void {
  const joint = jointOf(claim, controls);
  if (joint === undefined) return;
  const relation = relationsOf(claim.relation);
  const allows = infer(joint.now, relation);
  if (claim.capped !== undefined) {
    if (claim.capped !== 'proposed' && joint.implemented) gathering.hintImplemented = true;
    gatherHint(gathering, claim, allows);
    return;
  }
  gathering.byClaims &= allows;
  gathering.byClaimsBeforeLapse &= infer(joint.beforeLapse, relation);
  if (joint.implemented) gathering.standing = 'implemented';
  else if (gathering.standing === 'none') gathering.standing = 'not implemented';
  if (allows === U) return;
  const { id, relation: name } = claim;
  gathering.inferences.push({ by: 'claim', id, sources: joint.members, relation: name, allows, hops: 0 });
}

function judgementInference(requirement: Requirement, judgement: Judgement): Inference {
  const id = judgement.id ?? requirement.id;
  const allows = only(judgement.state);
  return { by: 'judgement', id, sources: [requirement.id], relation: 'EQ', allows, hops: 0 };
}

/**
 * One requirement's own judgement and claims, and nothing of other requirements. `claims` are those on this
 * requirement. May be kept by the caller and made anew for one requirement alone.
 */
export function localKnowledge(
  requirement: Requirement,
  claims: readonly Claim[],
  controls: Controls,
): LocalKnowledge {
  const gathering: Gathering = {
    byClaims: U,
    byClaimsBeforeLapse: U,
    standing: 'none',
    hintImplemented: false,
    inferences: [],
    hints: [],
  };
  for (const claim of claims) gatherClaim(gathering, claim, controls);
  const { byClaims, byClaimsBeforeLapse, hintImplemented, hints, inferences } = gathering;
  const silenced = hintImplemented && gathering.standing === 'not implemented';
  const standing = silenced ? 'implemented' : gathering.standing;
  const judgement = requirement.judgement;
  const judged = judgement === undefined ? U : only(judgement.state);
  hints.sort(compareOrigins);
  const inForce = judgement !== undefined && stillCounts(judgement);
  if (inForce) inferences.push(judgementInference(requirement, judgement));
  const now = byClaims & (inForce ? judged : U);
  return { now, beforeLapse: byClaimsBeforeLapse & judged, byClaims, standing, inferences, hints };
}

/** A fixed order of inferences, so that a proof does not depend on the order of the input. */
export function compareInferences(a: Inference, b: Inference): number {
  return a.hops - b.hops || compareTexts(a.by, b.by) || compareOrigins(a, b);
}

/** A fixed order of inferences or hints by what they come from. */
export function compareOrigins(a: Inference | Hint, b: Inference | Hint): number {
  const byName = compareTexts(a.id, b.id) || compareTexts(a.relation, b.relation);
  return byName || compareTexts(a.sources.join(), b.sources.join());
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
