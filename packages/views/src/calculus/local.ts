import { joinAll, type Knowledge, only, U } from './knowledge.ts';
import type { Claim, ControlState, Controls, Hint, Inference, Judgement, Requirement } from './question.ts';
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
  /** In their fixed order, as the hints are. */
  readonly inferences: readonly Inference[];
  readonly hints: readonly Hint[];
  /** The claims, as they were given. */
  readonly heard: readonly Claim[];
  /** What each of them says, in the order of their ids. */
  readonly said: readonly Said[];
}

/** What one claim says by itself. It holds as long as claim and controls are the same objects. */
export interface Said {
  readonly claim: Claim;
  /** The controls it names, as they stood. */
  readonly states: readonly (ControlState | undefined)[];
  /** What it leaves possible if it counts, now and had nothing lapsed. */
  readonly allows: Knowledge;
  readonly allowsBeforeLapse: Knowledge;
  readonly standing: ClaimStanding;
  /** A confirmed claim that a gate keeps a hint shows nothing, yet its control does something (decision 8). */
  readonly hintImplemented: boolean;
  readonly inference: Inference | undefined;
  readonly hint: Hint | undefined;
}

/** The union of a claim's members, as far as they are in use. */
interface Joint {
  readonly members: readonly string[];
  readonly now: Knowledge;
  readonly beforeLapse: Knowledge;
  readonly implemented: boolean;
}

/** Decision 13: members whose condition of use does not hold are struck. Decision 12: retired ends the claim. */
function jointOf(states: Said['states']): Joint | undefined {
  if (states.length === 1) return states[0] && jointOfOne(states[0]);
  const members: ControlState[] = [];
  for (const state of new Set(states)) {
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

function jointOfOne(state: ControlState): Joint | undefined {
  if (!state.inUse) return undefined;
  const { id, knowledge: now, knowledgeBeforeLapse: beforeLapse, implementation } = state;
  return { members: [id], now, beforeLapse, implemented: implementation !== 'none' };
}

/** A positive judgement lapses after its validity; a negative one stands until judged again (decision 9). */
export function stillCounts(judgement: Judgement): boolean {
  return !judgement.lapsed || judgement.state !== 'F';
}

function saidBy(claim: Claim, states: Said['states']): Said {
  const joint = jointOf(states);
  if (joint === undefined) return saidAsHint(claim, states, { hintImplemented: false, hint: undefined });
  const { id, relation: name, capped } = claim;
  const relation = relationsOf(name);
  const allows = infer(joint.now, relation);
  if (capped !== undefined) {
    const hintImplemented = capped !== 'proposed' && joint.implemented;
    const from = { id, sources: claim.controls, relation: name };
    const hint: Hint = { by: 'claim', ...from, reason: capped, suggests: allows };
    return saidAsHint(claim, states, { hintImplemented, hint });
  }
  const { members: sources, beforeLapse, implemented } = joint;
  return {
    claim,
    states,
    allows,
    allowsBeforeLapse: infer(beforeLapse, relation),
    standing: implemented ? 'implemented' : 'not implemented',
    hintImplemented: false,
    hint: undefined,
    inference: allows === U ? undefined : { by: 'claim', id, sources, relation: name, allows, hops: 0 },
  };
}

/** Nothing that counts, and perhaps a hint. */
function saidAsHint(
  claim: Claim,
  states: Said['states'],
  { hintImplemented, hint }: Pick<Said, 'hintImplemented' | 'hint'>,
): Said {
  const nothing = { allows: U, allowsBeforeLapse: U, standing: 'none', inference: undefined } as const;
  return { claim, states, ...nothing, hintImplemented, hint };
}

function statesOf(claim: Claim, controls: Controls): Said['states'] {
  return claim.controls.map((id) => controls.get(id));
}

function stillSays({ claim, states }: Said, controls: Controls): boolean {
  return claim.controls.every((id, at) => controls.get(id) === states[at]);
}

/** A requirement may have hundreds of claims, of which a change reaches one: only that one is asked again. */
function sayAll(claims: readonly Claim[], controls: Controls, before?: LocalKnowledge): readonly Said[] {
  const same =
    before?.heard.length === claims.length && claims.every((claim, at) => claim === before.heard[at]);
  if (!same) {
    const said = claims.map((claim) => saidBy(claim, statesOf(claim, controls)));
    return said.sort((one, other) => compareTexts(one.claim.id, other.claim.id));
  }
  return before.said.map((said) =>
    stillSays(said, controls) ? said : saidBy(said.claim, statesOf(said.claim, controls)),
  );
}

function judgementInference(requirement: Requirement, judgement: Judgement): Inference {
  const id = judgement.id ?? requirement.id;
  const allows = only(judgement.state);
  return { by: 'judgement', id, sources: [requirement.id], relation: 'EQ', allows, hops: 0 };
}

/** What several claims on one requirement say together. */
function gather(said: readonly Said[]) {
  const inferences: Inference[] = [];
  const hints: Hint[] = [];
  let byClaims = U;
  let byClaimsBeforeLapse = U;
  let standing: ClaimStanding = 'none';
  let hintImplemented = false;
  for (const one of said) {
    byClaims &= one.allows;
    byClaimsBeforeLapse &= one.allowsBeforeLapse;
    if (one.standing === 'implemented' || standing === 'none') standing = one.standing;
    hintImplemented ||= one.hintImplemented;
    if (one.inference) inferences.push(one.inference);
    if (one.hint) hints.push(one.hint);
  }
  if (hintImplemented && standing === 'not implemented') standing = 'implemented';
  return { byClaims, byClaimsBeforeLapse, standing, inferences, hints };
}

/**
 * One requirement's own judgement and claims, and nothing of other requirements. `claims` are those on this
 * requirement; `before` is what was known of it earlier, where that is kept: it saves work and changes no answer.
 */
export function localKnowledge(
  requirement: Requirement,
  { claims, controls }: { claims: readonly Claim[]; controls: Controls },
  before?: LocalKnowledge,
): LocalKnowledge {
  const said = sayAll(claims, controls, before);
  const { byClaims, byClaimsBeforeLapse, standing, inferences, hints } = gather(said);
  const judgement = requirement.judgement;
  const judged = judgement === undefined ? U : only(judgement.state);
  const inForce = judgement !== undefined && stillCounts(judgement);
  // Comes after every claim in the order of inferences.
  if (inForce) inferences.push(judgementInference(requirement, judgement));
  const now = byClaims & (inForce ? judged : U);
  const beforeLapse = byClaimsBeforeLapse & judged;
  return { now, beforeLapse, byClaims, standing, inferences, hints, heard: claims, said };
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
