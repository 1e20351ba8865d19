import type { Claim } from '@concord/programme';
import { infer, joinAll, relationsOf, type State, statesOf, U } from '../calculus/index.ts';
import type { Coverage } from '../coverage/coverage.ts';
import { claimOf, groundOf } from '../coverage/feed.ts';
import { sayIn } from '../language/say.ts';
import { type ReadBy, visibleClaim } from '../reader.ts';
import { type MemberShown, showMember } from './member-shown.ts';

export interface ClaimShown {
  readonly id: string;
  readonly contribution: Claim['contribution'];
  readonly relation: string;
  readonly state: Claim['state'];
  readonly confidence: Claim['confidence'];
  readonly rationale: string;
  readonly by: string;
  readonly confirmedBy?: string;
  /** Position of the entry that confirmed it; that stated it, while nobody has. */
  readonly seq: number;
  /** How many claims were confirmed in the same go; absent where it was this one alone. */
  readonly bulk?: number;
  readonly joint: boolean;
  /** What keeps it a hint: proposed, low confidence, scope; absent when it counts. */
  readonly capped?: string;
  /** It rests on a retired control, or every control behind it is struck: it says nothing any more. */
  readonly gone: boolean;
  /** States that it leaves possible by itself, or would, were it not a hint. */
  readonly allows: readonly State[];
  readonly controls: readonly MemberShown[];
  readonly hiddenControls: number;
  /** How many of those that the reader may not see do not work, as far as is known. */
  readonly waitingHidden: number;
}

/** One claim with its members as they stand on the day of the coverage. */
export function showClaim(claim: Claim, coverage: Coverage, by: ReadBy): ClaimShown {
  const { reader } = by;
  const say = sayIn(by);
  const { programme, aspect, standings } = coverage;
  const read = claimOf(groundOf(programme), claim, aspect);
  const members = claim.controls.map((id) => standings.get(id));
  const inUse = members.filter((standing) => standing?.state.inUse);
  const gone = members.some((standing) => standing === undefined) || inUse.length === 0;
  const states = inUse.map((standing) => standing?.state.knowledge ?? U);
  const allows = gone || !read ? U : infer(joinAll(states), relationsOf(read.relation));
  const { controls, hiddenControls, rationale } = visibleClaim(programme, reader, claim);
  return {
    id: claim.id,
    contribution: claim.contribution,
    relation: read?.relation ?? '',
    state: claim.state,
    confidence: claim.confidence,
    rationale,
    by: claim.by,
    ...(claim.confirmedBy === undefined ? {} : { confirmedBy: claim.confirmedBy }),
    seq: claim.seq,
    ...(claim.bulk === undefined ? {} : { bulk: claim.bulk }),
    joint: claim.controls.length > 1,
    ...(read?.capped ? { capped: read.capped } : {}),
    gone,
    allows: statesOf(allows),
    controls: controls.map((id) => showMember(id, coverage, say)).sort(byCode),
    hiddenControls,
    waitingHidden: waitingBeside(claim, controls, standings),
  };
}

/** The ledger keeps them in the order of their ids, which says nothing to anybody. */
function byCode(one: MemberShown, other: MemberShown): number {
  return one.code < other.code ? -1 : 1;
}

/** Of the members that are not shown, those that are in use and do not work. */
function waitingBeside(
  { controls }: Claim,
  shown: readonly string[],
  standings: Coverage['standings'],
): number {
  const beside = controls.filter((id) => !shown.includes(id)).map((id) => standings.get(id));
  return beside.filter((each) => each?.state.inUse && each.state.why !== 'operating').length;
}
