import type { ClaimShown, MemberShown, Proof, ProofLink, ProofNode, Thing, Why } from '../why/node.ts';
import { stateOfClaim, stateOfJudgement, stateOfMember, stateOfShowing } from './link-state.ts';

type Asked = Pick<Why, 'claims' | 'judgement' | 'inferences'>;

/** A reason why the requirement stands where it does, with the controls that it names for the first time. */
interface Ground {
  readonly id: string;
  readonly thing: Thing;
  readonly link: ProofLink;
  readonly members: readonly MemberShown[];
  readonly hidden: number;
}

const askedId = 'asked';

/**
 * A proof laid on four columns. Claims that are no more than a hint are left out on demand, unless there is nothing else
 * to show.
 */
export function proofOf(why: Asked, { hints }: { readonly hints: boolean }): Proof {
  const counting = why.claims.filter((claim) => !isAside(claim));
  const others = why.judgement !== undefined || drawnFrom(why).length > 0;
  const showsAll = hints || (counting.length === 0 && !others);
  const claims = showsAll ? why.claims : counting;
  const laid = lay(groundsOf(why, claims));
  return { ...laid, aside: why.claims.length - claims.length };
}

/** It does not count, and nobody is asked to decide on it. */
function isAside({ capped, gone }: ClaimShown): boolean {
  return gone || (capped !== undefined && capped !== 'proposed');
}

/** What follows from other requirements: claims and judgements stand for themselves. */
function drawnFrom({ inferences }: Asked): Asked['inferences'] {
  return inferences.filter(({ by }) => by !== 'claim' && by !== 'judgement');
}

function groundsOf(why: Asked, claims: readonly ClaimShown[]): Ground[] {
  const { judgement } = why;
  const judged = judgement
    ? [ground(`judgement ${judgement.id}`, { kind: 'judgement', judgement }, stateOfJudgement(judgement))]
    : [];
  const inferred = drawnFrom(why).map((inference, at) =>
    ground(`inference ${at} ${inference.id}`, { kind: 'inference', inference }, 'holds'),
  );
  return [
    ...judged,
    ...claimGrounds([...claims].sort((one, other) => rankOf(one) - rankOf(other))),
    ...inferred,
  ];
}

function ground(id: string, thing: Thing, state: ProofLink['state']): Ground {
  return { id, thing, link: { from: askedId, to: id, state }, members: [], hidden: 0 };
}

/** Each control stands with the first claim that names it; later ones point back to it. */
function claimGrounds(claims: readonly ClaimShown[]): Ground[] {
  const placed = new Set<string>();
  return claims.map((claim) => {
    const members = claim.controls.filter(({ id }) => !placed.has(id));
    const above = claim.controls.filter(({ id }) => placed.has(id));
    for (const { id } of members) placed.add(id);
    const id = `claim ${claim.id}`;
    return {
      ...ground(id, { kind: 'claim', claim, above }, stateOfClaim(claim)),
      members,
      hidden: claim.hiddenControls,
    };
  });
}

/** What can show the whole of it first, of that what several do together; what does not count last. */
function rankOf(claim: ClaimShown): number {
  const { contribution, joint, capped } = claim;
  const isWhole = contribution === 'meets' || contribution === 'equals';
  return (isAside(claim) ? 100 : 0) + (capped === 'proposed' ? 10 : 0) + (isWhole ? 0 : 20) + (joint ? 0 : 1);
}

function lay(grounds: readonly Ground[]): Pick<Proof, 'nodes' | 'links' | 'rows'> {
  const nodes: ProofNode[] = [];
  const links: ProofLink[] = [];
  const shown = new Set<string>();
  let row = 1;
  for (const each of grounds) {
    const lines = each.members.length + (each.hidden > 0 ? 1 : 0);
    const span = Math.max(1, lines);
    nodes.push({ id: each.id, column: 'claimed', row, span, thing: each.thing });
    links.push(each.link, ...memberLinks(each));
    for (const [at, member] of each.members.entries()) {
      const laid = layMember(member, row + at, shown);
      nodes.push(...laid.nodes);
      links.push(...laid.links);
    }
    if (each.hidden > 0) nodes.push(hiddenNode(each, row + span - 1));
    row += span;
  }
  const rows = Math.max(1, row - 1);
  const asked: ProofNode = {
    id: askedId,
    column: 'asked',
    row: 1,
    span: rows,
    thing: { kind: 'requirement' },
  };
  return { nodes: [asked, ...nodes], links, rows };
}

function memberLinks({ id, thing, hidden }: Ground): ProofLink[] {
  if (thing.kind !== 'claim') return [];
  const { controls, capped, waitingHidden } = thing.claim;
  const aside = capped !== undefined && capped !== 'proposed';
  const named = controls.map((member): ProofLink => {
    const state = stateOfMember(member);
    return { from: id, to: `control ${member.id}`, state: aside && state === 'holds' ? 'hint' : state };
  });
  const unseen: ProofLink = { from: id, to: `hidden ${id}`, state: waitingHidden > 0 ? 'open' : 'holds' };
  return hidden > 0 ? [...named, unseen] : named;
}

function hiddenNode({ id, hidden }: Ground, row: number): ProofNode {
  return { id: `hidden ${id}`, column: 'done', row, span: 1, thing: { kind: 'hidden', count: hidden } };
}

/**
 * A control and what shows that it works. A piece that decides for several stands beside the first of them; what else
 * counts for a later one then stands by itself.
 */
function layMember(member: MemberShown, row: number, shown: Set<string>): Pick<Proof, 'nodes' | 'links'> {
  const id = `control ${member.id}`;
  const nodes: ProofNode[] = [{ id, column: 'done', row, span: 1, thing: { kind: 'control', member } }];
  const state = stateOfShowing(member);
  if (state === undefined) return { nodes, links: [] };
  const piece = member.evidence;
  const to = piece ? `evidence ${piece.id}` : `nothing ${member.id}`;
  const thing: Thing = piece ? { kind: 'evidence', piece, member } : { kind: 'nothing', member };
  const links: ProofLink[] = [{ from: id, to, state }];
  if (!shown.has(to)) nodes.push({ id: to, column: 'shown', row, span: 1, thing });
  else if (member.othersCount > 0) {
    const others = `others ${member.id}`;
    nodes.push({ id: others, column: 'shown', row, span: 1, thing: { kind: 'others', member } });
    links.push({ from: id, to: others, state: 'holds' });
  }
  shown.add(to);
  return { nodes, links };
}
