import { requirementKey } from '@concord/programme';
import { isMet } from '../calculus/index.ts';
import type { ClaimRead } from '../coverage/coverage.ts';
import type { Standing } from '../coverage/feed.ts';
import { type Elsewhere, workedElsewhere } from '../coverage/hints.ts';
import { remember } from '../coverage/memory.ts';
import type { Opened, ViewAsked } from '../envelope.ts';
import type { Outcome } from './row.ts';

/** A requirement of an adopted framework. */
export interface Affected {
  readonly framework: string;
  readonly requirement: string;
}

/** What would close a gap: the controls of one claim, together, or a claim that is still to be made. */
export interface Way {
  /** Whether the claim says that they meet the outcome; otherwise they only contribute to it. */
  readonly meets: boolean;
  /** The claim is not confirmed yet. */
  readonly unconfirmed: boolean;
  /** Those of the controls that do not show that they work; all of them where each does. */
  readonly controls: readonly Standing[];
}

/** Looks up what would close gaps, and what else that would do. */
export interface Closing {
  /** The shortest first. */
  readonly ways: (outcome: Outcome) => readonly Way[];
  /** What controls are claimed for in other adopted frameworks and is not met there. */
  readonly affected: (controls: Iterable<string>) => readonly Affected[];
}

export function closingOf(asked: ViewAsked, opened: Opened): Closing {
  const { coverage } = opened.worked;
  let elsewhere: Elsewhere | undefined;
  const reach = new Map<string, readonly Affected[]>();
  const reachOf = (control: string) => {
    const known = reach.get(control);
    if (known) return known;
    elsewhere ??= workedElsewhere(asked);
    const found = openClaims(asked, { control, own: opened.framework.id }, elsewhere);
    reach.set(control, found);
    return found;
  };
  return {
    // A row is made anew when a claim on it, or a control of one, was touched.
    ways: ({ requirement, row }) =>
      remember(asked, { from: row, kind: 'ways', basis: [] }, () =>
        (coverage.claims.get(requirement.id) ?? [])
          .flatMap((claim) => wayOf(claim, coverage.standings) ?? [])
          .sort(shortestFirst),
      ),
    affected: (controls) => {
      const found = [...controls].flatMap(reachOf);
      return [
        ...new Map(found.map((each) => [requirementKey(each.framework, each.requirement), each])).values(),
      ];
    },
  };
}

function wayOf(
  { stated, read }: ClaimRead,
  standings: Opened['worked']['coverage']['standings'],
): Way | undefined {
  const members = stated.controls.map((id) => standings.get(id)).filter((each) => each !== undefined);
  if (members.length < stated.controls.length || read.capped === 'scope') return undefined;
  const inUse = members.filter(({ state }) => state.inUse);
  if (inUse.length === 0) return undefined;
  const lacking = inUse.filter(({ state }) => state.why !== 'operating');
  return {
    meets: stated.contribution === 'meets' || stated.contribution === 'equals',
    unconfirmed: read.capped !== undefined,
    controls: lacking.length > 0 ? lacking : inUse,
  };
}

function shortestFirst(one: Way, other: Way): number {
  if (one.meets !== other.meets) return one.meets ? -1 : 1;
  if (one.unconfirmed !== other.unconfirmed) return one.unconfirmed ? 1 : -1;
  return one.controls.length - other.controls.length;
}

function openClaims(
  { programme }: ViewAsked,
  { control, own }: { control: string; own: string },
  elsewhere: Elsewhere,
): Affected[] {
  const { claimsBy, claims } = programme.controls;
  return (claimsBy.get(control)?.toArray() ?? []).flatMap((id) => {
    const claim = claims.get(id);
    if (!claim || claim.state === 'withdrawn' || claim.framework === own) return [];
    const { framework, requirement } = claim;
    const result = elsewhere.get(framework)?.coverage.results.get(requirement);
    const open = result !== undefined && result.kind !== 'excluded' && !isMet(result);
    return open ? [{ framework, requirement }] : [];
  });
}
