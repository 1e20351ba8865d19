import type { Claim, Programme } from '@concord/programme';
import type { ClaimRead, Coverage } from '../../coverage/coverage.ts';
import { type Standing, standingOf } from '../../coverage/feed.ts';
import { confirming, nextStepOf, type Step } from './step.ts';
import { type Place, take } from './trial.ts';

/** A planned control is put into operation, its design is accepted, and it is shown to work: no control waits for more. */
const mostSteps = 3;
const claimsLookedAt = 8;

/** Everything that one claim waits for until it says all that it can, in the order in which it is done. */
export function pathsOf(place: Place, coverage: Coverage, kin: readonly string[]): readonly Step[][] {
  return nearestClaims(place, coverage, kin).map((claim) => pathOf(place, claim));
}

interface Waiting {
  readonly claim: Claim;
  readonly rank: number;
}

/** The claims on the requirement and its kin that wait for least; on the requirement itself, and to meet it, first. */
function nearestClaims({ requirement }: Place, coverage: Coverage, kin: readonly string[]): Claim[] {
  const ids = [requirement, ...kin];
  const waiting = ids.flatMap((id) => waitingOn(id, coverage, id === requirement ? 0 : 1000));
  waiting.sort((one, other) => one.rank - other.rank);
  return waiting.slice(0, claimsLookedAt).map(({ claim }) => claim);
}

/** Those that a step would help: what is kept a hint by low confidence or by its scope is not among them. */
function waitingOn(id: string, { claims, standings }: Coverage, distance: number): Waiting[] {
  return (claims.get(id) ?? []).flatMap(({ stated, read }) => {
    const members = stated.controls.map((control) => standings.get(control));
    const steps = stepsNeeded(stated, members);
    const capped = read.capped !== undefined && read.capped !== 'proposed';
    const enough = stated.contribution === 'meets' || stated.contribution === 'equals';
    return steps === 0 || capped ? [] : [{ claim: stated, rank: distance + (enough ? 0 : 100) + steps }];
  });
}

/** At least so many, where it is not hopeless: a member that is retired ends the claim. */
function stepsNeeded({ state }: Claim, standings: readonly (Standing | undefined)[]): number {
  if (standings.some((standing) => standing === undefined)) return 0;
  const waiting = standings.filter((each) => each?.state.inUse && each.state.why !== 'operating');
  return waiting.length + (state === 'proposed' ? 1 : 0);
}

function pathOf(place: Place, { id, state, controls }: Claim): Step[] {
  const first = state === 'proposed' ? [confirming(id)] : [];
  return [...first, ...controls.flatMap((control) => stepsOfControl(place, control))];
}

/** Found by taking them: what a control waits for next is asked of it as it stands after the step before. */
function stepsOfControl(place: Place, id: string): Step[] {
  const { asked, scope } = place;
  const steps: Step[] = [];
  let programme: Programme | undefined = asked.programme;
  while (programme && steps.length < mostSteps) {
    const control = programme.controls.controls.get(id);
    const standing = control && standingOf(programme, control, { scope, on: asked.on });
    const step = standing && nextStepOf(standing, asked.on);
    if (!step) break;
    steps.push(step);
    programme = take(place, programme, [step]);
  }
  return steps;
}

/** Claims of which one side of a contradiction is made. */
export function claimsInConflict(read: readonly ClaimRead[], sides: readonly { id: string }[]): string[] {
  return read.map(({ stated }) => stated.id).filter((id) => sides.some((side) => side.id === id));
}
