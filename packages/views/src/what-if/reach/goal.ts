import { assessableOf } from '@concord/catalog';
import { type Profile, refuse, targetKey } from '@concord/programme';
import { isMet } from '../../calculus/index.ts';
import type { Coverage } from '../../coverage/coverage.ts';
import { inclusionOn } from '../../csf-profile/said.ts';
import { openView, type ViewAsked } from '../../envelope.ts';
import { allOrRefusal, type Refused } from '../hypothesis/change.ts';

/** What is to be reached in one framework: a share of what it asks, or what a profile wants. */
export interface Goal {
  readonly framework: { readonly id: string; readonly title: string };
  readonly scope: string;
  readonly target:
    | { readonly percent: number }
    | { readonly profile: { readonly id: string; readonly name: string } };
  readonly coverage: Coverage;
  /** What counts towards it: assessable, and not left out. */
  readonly requirements: readonly string[];
  /** What the profile wants and is left out here. */
  readonly leftOut: readonly string[];
  /** How many of them are met. */
  readonly met: number;
  /** How many are to be. */
  readonly atLeast: number;
}

/** The goals as they were asked: FRAMEWORK, FRAMEWORK:PERCENT or FRAMEWORK:PROFILE; each framework once in a scope. */
export function readGoals(asked: ViewAsked, said: readonly string[]): readonly Goal[] | Refused {
  const goals = allOrRefusal(said.map((each) => readGoal(asked, each.trim())));
  if ('refusal' in goals) return goals;
  const seen = new Set<string>();
  for (const { framework, scope } of goals) {
    const key = `${framework.id} ${scope}`;
    if (seen.has(key))
      return refuse('invalid', 'what-if.reach-twice', { framework: framework.id, at: 'reach' });
    seen.add(key);
  }
  return goals;
}

function readGoal(asked: ViewAsked, said: string): Goal | Refused {
  const colon = said.indexOf(':');
  const framework = colon < 0 ? said : said.slice(0, colon).trim();
  const target = colon < 0 ? '100' : said.slice(colon + 1).trim();
  const percent = /^([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|NaN)\s*%?$/i.exec(target)?.[1];
  if (percent !== undefined && !(Number(percent) > 0 && Number(percent) <= 100))
    return refuse('invalid', 'what-if.target-range', { target, at: 'reach' });
  // The framework first: of one that is not adopted no profile is known either.
  const whole = openView(asked, framework);
  if ('refusal' in whole) return { refusal: { ...whole.refusal, path: 'reach' } };
  if (percent !== undefined) return goalOf(whole.worked.coverage, { percent: Number(percent) });
  const profile = profileNamed(asked, framework, target);
  if ('refusal' in profile) return profile;
  const opened = openView({ ...asked, scope: profile.scope }, framework);
  return 'refusal' in opened ? opened : profileGoal(opened.worked.coverage, profile, asked);
}

/** By its id, or by its name; one that is no longer kept wants nothing. */
function profileNamed({ programme, on }: ViewAsked, framework: string, named: string): Profile | Refused {
  const own = [...programme.controls.profiles.values()].filter(
    (profile) => profile.framework === framework && !(profile.retiredOn && profile.retiredOn <= on),
  );
  const found =
    own.find(({ id }) => id === named) ?? own.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  return found ?? refuse('missing', 'profile.unknown', { profile: named, at: 'reach' });
}

/** A share is of all that is asked and not left out; a part of a requirement is rounded up to a whole one. */
function goalOf(coverage: Coverage, target: { percent: number }): Goal {
  const { live } = liveAmong(coverage, idsOf(coverage));
  const atLeast = Math.ceil((live.length * target.percent) / 100 - rounding);
  return {
    ...headOf(coverage),
    target,
    coverage,
    requirements: live,
    leftOut: [],
    atLeast,
    ...metOf(coverage, live),
  };
}

const rounding = 1e-9;

function profileGoal(coverage: Coverage, profile: Profile, { programme, on }: ViewAsked): Goal | Refused {
  const { id, name, framework } = profile;
  const { controls } = programme;
  const wanted = idsOf(coverage).filter(
    (requirement) => controls.targets.get(targetKey(id, framework, requirement))?.wanted === true,
  );
  if (wanted.length === 0) return refuse('conflict', 'what-if.profile-empty', { profile: name, at: 'reach' });
  const place = { profile, framework: coverage.aspect.framework, on };
  const isLeftOut = (requirement: string) => !inclusionOn(programme, place, requirement).included;
  const { live, leftOut } = liveAmong(coverage, wanted, isLeftOut);
  return {
    ...headOf(coverage),
    target: { profile: { id, name } },
    coverage,
    requirements: live,
    leftOut,
    atLeast: live.length,
    ...metOf(coverage, live),
  };
}

function headOf({ aspect: { framework, scope } }: Coverage): Pick<Goal, 'framework' | 'scope'> {
  return { framework: { id: framework.id, title: framework.title }, scope };
}

function idsOf({ aspect }: Coverage): string[] {
  return assessableOf(aspect.framework).map(({ id }) => id);
}

function liveAmong(
  { results }: Coverage,
  ids: readonly string[],
  isLeftOut: (id: string) => boolean = () => false,
): { live: string[]; leftOut: string[] } {
  const isOut = (id: string) => results.get(id)?.kind === 'excluded' || isLeftOut(id);
  return { live: ids.filter((id) => !isOut(id)), leftOut: ids.filter(isOut) };
}

function metOf({ results }: Coverage, ids: readonly string[]): { met: number } {
  return { met: ids.filter((id) => isMet(results.get(id)!)).length };
}
