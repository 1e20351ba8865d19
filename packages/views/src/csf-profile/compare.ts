import { type Profile, type Refusal, refuse } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import { workedBefore } from '../ahead/worked-before.ts';
import type { Numbers, State } from '../calculus/index.ts';
import type { ViewAsked } from '../envelope.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { type CsfProfile, csfProfile, profileAsked } from './csf-profile.ts';
import type { ProfileRow } from './row.ts';
import type { ScoreSummary } from './scoring.ts';

/** One side of a comparison. */
export interface Side extends Pick<CsfProfile, 'tiers' | 'scale' | 'scope' | 'notIncluded'> {
  readonly on: string;
  readonly profile?: Pick<Profile, 'id' | 'name'> | undefined;
  readonly numbers: Numbers;
  readonly score?: ScoreSummary | undefined;
  readonly gaps: number;
}

/** What of an outcome can differ. */
export interface Compared {
  readonly state: readonly State[];
  readonly word: string;
  readonly included: boolean;
  readonly status: string;
  readonly score: number | null;
  readonly target: Pick<
    NonNullable<ProfileRow['target']>,
    'wanted' | 'priority' | 'tier' | 'score' | 'owner' | 'due'
  > | null;
  /** Of the gap, 0 to 1; null where there is none. */
  readonly gap: number | null;
}

export interface ComparedRow {
  readonly id: string;
  readonly title: string;
  readonly changed: readonly (keyof Compared)[];
  readonly from: Compared;
  readonly to: Compared;
}

/** A profile on two days, or two profiles: how each stands, and the outcomes that differ. */
export interface ProfileComparison {
  readonly view: 'profile-comparison';
  readonly framework: CsfProfile['framework'];
  readonly scope: CsfProfile['scope'];
  readonly knownAt: number;
  readonly from: Side;
  readonly to: Side;
  /** Names of the tiers that differ. */
  readonly tiers: readonly string[];
  /** Outcomes of which something differs, of all of them. */
  readonly rows: readonly ComparedRow[];
  readonly total: number;
}

export interface ComparisonAsked {
  /** A year before the later day when left out; the same day for two profiles. */
  readonly from?: string | undefined;
  /** The day asked about when left out. */
  readonly to?: string | undefined;
  readonly profile?: string | undefined;
  /** Another profile to compare with, on the later day. */
  readonly with?: string | undefined;
}

/** CSWP 29, 3.1, step 5: what has become of the profile; the same facts, read for two days. */
export function* compareProfiles(
  asked: ViewAsked,
  { to = asked.on, profile, with: other, from = other === undefined ? yearBefore(to) : to }: ComparisonAsked,
): InParts<ProfileComparison | { refusal: Refusal }> {
  if (from > to) return refuse('refused', 'period.reversed', { from, to, at: 'from' });
  for (const on of [from, to]) yield* workedBefore({ ...asked, on }, 'requirements');
  const named = profile ?? onlyKept(asked, to) ?? onlyKept(asked, from);
  const before = csfProfile({ ...asked, on: from }, named);
  if ('refusal' in before) return before;
  const after = csfProfile({ ...asked, on: to }, other ?? named);
  if ('refusal' in after) return after;
  const earlier = new Map(before.rows.map((row) => [row.id, row]));
  const rows = after.rows.flatMap((row) => {
    const was = earlier.get(row.id);
    return was ? (comparedRow(was, row) ?? []) : [];
  });
  const names = [...new Set([...Object.keys(before.tiers), ...Object.keys(after.tiers)])].sort();
  const tierIn = (view: CsfProfile, name: string) => view.tiers[name as keyof CsfProfile['tiers']]?.tier;
  return {
    view: 'profile-comparison',
    framework: after.framework,
    scope: after.scope,
    knownAt: after.knownAt,
    from: sideOf(before),
    to: sideOf(after),
    tiers: names.filter((name) => tierIn(before, name) !== tierIn(after, name)),
    rows,
    total: after.rows.length,
  };
}

/** Both sides are of one profile, also where another was kept on one of the days. */
function onlyKept({ programme }: ViewAsked, on: string): string | undefined {
  const kept = profileAsked({ programme, on }, undefined);
  return kept && 'id' in kept ? kept.id : undefined;
}

function yearBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
}

function sideOf(view: CsfProfile): Side {
  const { on, profile, scope, numbers, notIncluded, score, tiers, scale, gaps } = view;
  const named = profile ? { profile: { id: profile.id, name: profile.name } } : {};
  const counted = { numbers, notIncluded, score, gaps: gaps.length };
  return { on, ...named, scope, ...counted, tiers, ...(scale ? { scale } : {}) };
}

function comparedRow(before: ProfileRow, after: ProfileRow): ComparedRow | undefined {
  const [from, to] = [compared(before), compared(after)];
  const members = Object.keys(to) as (keyof Compared)[];
  const changed = members.filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]));
  if (changed.length === 0) return undefined;
  return { id: after.id, title: after.title, changed, from, to };
}

function compared({ state, word, included, status, score, target, gap }: ProfileRow): Compared {
  const { wanted = false, priority, tier, score: aim, owner, due } = target ?? {};
  return {
    state,
    word,
    included,
    status: status?.text ?? '',
    score: score?.current?.value ?? null,
    target: target ? { wanted, priority, tier, score: aim, owner, due } : null,
    gap: gap?.size ?? null,
  };
}
