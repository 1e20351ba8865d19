import type { ClaimShown, JudgementShown, LinkState, MemberShown } from '../why/node.ts';

const notInPlace = new Set(['not implemented', 'partly implemented', 'design not accepted', 'retired']);
const notShown = new Set(['stale', 'failed', 'untested']);

/** From a requirement to what is claimed of it. */
export function stateOfClaim({ capped, gone, contribution, allows }: ClaimShown): LinkState {
  if (capped !== undefined) return 'hint';
  if (gone) return 'open';
  if (contribution === 'meets' || contribution === 'equals') return allows.join() === 'F' ? 'holds' : 'open';
  return allows.includes('N') ? 'open' : 'part';
}

export function stateOfJudgement({ judgement, lapsed }: JudgementShown): LinkState {
  if (judgement === 'partly') return 'part';
  if (judgement === 'not-met') return 'against';
  return lapsed ? 'broken' : 'holds';
}

/** From a claim to a control behind it: it breaks here when the control is not in place. */
export function stateOfMember({ standing }: MemberShown): LinkState {
  if (standing === 'struck') return 'hint';
  if (notInPlace.has(standing)) return 'broken';
  return notShown.has(standing) ? 'open' : 'holds';
}

/** From a control to what shows that it works; undefined where nothing has to show it yet. */
export function stateOfShowing({ standing, evidence }: MemberShown): LinkState | undefined {
  if (notShown.has(standing)) return 'broken';
  if (evidence === undefined) return undefined;
  return standing === 'operating' || standing === 'partly implemented' ? 'holds' : 'open';
}
