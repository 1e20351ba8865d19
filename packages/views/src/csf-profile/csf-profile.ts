import { assessableOf, type Requirement } from '@concord/catalog';
import {
  type Profile,
  type Programme,
  type Refusal,
  refuse,
  type ScoreScale,
  tiersOn,
} from '@concord/programme';
import { countNumbers, type Numbers } from '../calculus/index.ts';
import { remember } from '../coverage/memory.ts';
import { type Envelope, openView, type ViewAsked } from '../envelope.ts';
import type { HintedRow } from '../reader.ts';
import { checkHeading, type ProfileFinding } from './checks.ts';
import { closingOf } from './closing.ts';
import { type GapRow, openOutcomes } from './gaps.ts';
import { type PlannedAction, planOf } from './plan.ts';
import {
  basisOf,
  type Outcome,
  type OutcomeSaid,
  outcomeOf,
  outcomeSaid,
  type ProfileRow,
  type RowAsked,
  revisionsOf,
  rowOf,
} from './row.ts';
import { type ScoreSummary, summariseScores } from './scoring.ts';

export const csfFramework = 'nist-csf-2.0';

/** A function or category: current state from its subcategories, of which it is exactly the union. */
export interface ProfileGroup extends HintedRow, OutcomeSaid {
  /** Over its outcomes that the profile includes. */
  readonly numbers: Numbers;
  /** How many of its outcomes the profile leaves out; those decided not to be applicable are in the numbers. */
  readonly notIncluded: number;
  readonly score?: ScoreSummary | undefined;
}

export interface CsfProfile extends Envelope {
  readonly profile?: Pick<Profile, 'id' | 'name' | 'assumptions' | 'retiredOn'> | undefined;
  /** Chosen for the whole profile; no score turns into one. */
  readonly tiers: ReturnType<typeof tiersOn>;
  readonly scale?: ScoreScale | undefined;
  readonly score?: ScoreSummary | undefined;
  /** How many outcomes the profile leaves out: they are in no number, no gap and no plan. */
  readonly notIncluded: number;
  /** What does not hold together, of headings and outcomes; each is on its row as well. */
  readonly checks: readonly ProfileFinding[];
  readonly gaps: readonly GapRow[];
  /** Proposed bodies for `actions add-many`; none for a profile that is no longer kept. */
  readonly plan: readonly PlannedAction[];
  readonly groups: readonly ProfileGroup[];
  readonly rows: readonly ProfileRow[];
}

/**
 * CSWP 29 section 3: the current profile, worked out from the programme, beside the target of one profile. Its numbers are
 * over what the profile includes; the coverage of the framework is not changed by it.
 */
export function csfProfile(asked: ViewAsked, profileId?: string): CsfProfile | { refusal: Refusal } {
  const profile = profileAsked(asked, profileId);
  if (profile && 'refusal' in profile) return profile;
  const opened = openView({ ...asked, scope: asked.scope ?? profile?.scope }, csfFramework);
  if ('refusal' in opened) return opened;
  return opened.again(`csf ${profile?.id ?? ''}`, () => profileOf({ opened, asked, profile }));
}

function profileOf(making: RowAsked): CsfProfile {
  const { opened, asked, profile } = making;
  const outcomes = assessableOf(opened.framework).map((outcome) => outcomeOf(making, outcome));
  const wholes = opened.framework.requirements.filter((requirement) => requirement.parts === 'exact');
  const ids = countedOf(outcomes);
  const shown = outcomes.map((outcome) => ({ outcome, row: rowOf(making, outcome) }));
  const closing = closingOf(asked, opened);
  const open = openOutcomes({ asked, closing }, shown);
  const byId = new Map(outcomes.map((outcome) => [outcome.requirement.id, outcome]));
  const groups = wholes.map((whole) => groupOf(making, whole, byId));
  const rows = shown.map(({ row }) => row);
  const retired = profile?.retiredOn !== undefined && profile.retiredOn <= asked.on;
  return {
    ...opened.envelope('csf-profile', ids),
    ...headOf(profile, asked),
    score: summariseScores(profile, outcomes),
    notIncluded: outcomes.length - ids.length,
    checks: [...groups, ...rows].flatMap(({ checks }) => checks),
    gaps: open.map((each) => each.shown),
    plan: retired ? [] : planOf(asked, closing, open),
    groups,
    rows,
  };
}

/** What the numbers are over: what the profile includes. What was decided not to be applicable is counted there. */
function countedOf(outcomes: readonly Outcome[]): string[] {
  const counted = outcomes.filter(({ row, included }) => included || row.kind === 'excluded');
  return counted.map(({ requirement }) => requirement.id);
}

/** The profile named; without a name the only one that is kept, if it is the only one. */
export function profileAsked(
  { programme, on }: { programme: Programme; on: string },
  id: string | undefined,
): Profile | undefined | { refusal: Refusal } {
  const { profiles } = programme.controls;
  if (id !== undefined) {
    const named = profiles.get(id);
    if (!named) return refuse('missing', 'profile.unknown', { profile: id, at: 'profile' });
    const { name, framework } = named;
    if (framework === csfFramework) return named;
    return refuse('refused', 'profile.other-framework', {
      name,
      framework,
      wanted: csfFramework,
      at: 'profile',
    });
  }
  const kept = profilesKept(programme, on);
  return kept.length === 1 ? kept[0] : undefined;
}

/** Where several profiles are kept and none is named, nobody can tell which targets are meant. */
export function refuseWhichProfile(
  { programme, on }: Pick<ViewAsked, 'programme' | 'on'>,
  named: string | undefined,
): { refusal: Refusal } | undefined {
  const kept = profilesKept(programme, on);
  if (named !== undefined || kept.length < 2) return undefined;
  const known = kept.map(({ id, name }) => `${id} (${name})`).join(', ');
  return refuse('invalid', 'profile.which', { count: kept.length, known, at: 'profile' });
}

function profilesKept({ controls }: Programme, on: string): readonly Profile[] {
  return [...controls.profiles.values()].filter(
    ({ framework, retiredOn = '9999' }) => framework === csfFramework && retiredOn > on,
  );
}

function headOf(
  profile: Profile | undefined,
  { reader, on }: ViewAsked,
): Pick<CsfProfile, 'profile' | 'tiers' | 'scale'> {
  if (!profile) return { tiers: {} };
  const whole = reader.sees === 'all';
  const { id, name, retiredOn } = profile;
  const shown = { id, name, assumptions: whole ? profile.assumptions : '' };
  const chosen = Object.entries(tiersOn(profile, on)).map(([tier, choice]) => [
    tier,
    whole ? choice : { ...choice, rationale: '' },
  ]);
  return {
    profile: retiredOn === undefined ? shown : { ...shown, retiredOn },
    tiers: Object.fromEntries(chosen),
    ...(profile.scale ? { scale: profile.scale } : {}),
  };
}

function groupOf(making: RowAsked, whole: Requirement, outcomes: ReadonlyMap<string, Outcome>): ProfileGroup {
  const { opened, asked, profile } = making;
  const { results } = opened.worked.coverage;
  const under = assessableOf(opened.framework, whole.id).map((requirement) => requirement.id);
  const members = under.flatMap((id) => outcomes.get(id) ?? []);
  const row = opened.row(whole.id);
  const group = outcomeOf(making, whole);
  const { target, status } = group.said;
  const revisions = revisionsOf(asked, group.said);
  const stated = [target, status?.value, profile?.scale, ...basisOf(group), ...revisions];
  const basis = [...under.map((id) => results.get(id)), ...stated, ...members.map(countedAs)];
  const kind = `group ${profile?.id ?? ''}`;
  return remember(asked, { from: row, kind, basis }, () => {
    const counted = countedOf(members);
    const checks = checkHeading({ ...group, language: asked.language }, members);
    return {
      ...row,
      ...outcomeSaid(group, { reader: asked.reader, checks }, revisions),
      numbers: countNumbers(results, counted),
      notIncluded: members.length - counted.length,
      ...(profile?.scale ? { score: summariseScores(profile, members) } : {}),
    };
  });
}

/** All that a heading takes from an outcome under it, beside the result. */
function countedAs({ included, said }: Outcome): string {
  return `${included} ${said.target !== undefined} ${said.score?.value.value}`;
}
