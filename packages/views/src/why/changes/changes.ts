import { assessableOf, requirementOf } from '@concord/catalog';
import type { Judgement } from '@concord/programme';
import { isMet, type Result } from '../../calculus/index.ts';
import type { Coverage } from '../../coverage/coverage.ts';
import { type CoverageRow, type Spoken, spoken } from '../../coverage/row.ts';
import { languageOf } from '../../language/say.ts';
import { claimsInConflict, pathsOf } from './path.ts';
import { claiming, judging, keyOf, relating, type Step, withdrawing } from './step.ts';
import { type Place, standingAfter } from './trial.ts';

/** One or several steps, and how the requirement would stand after them. Worked out, not guessed. */
export interface Found {
  readonly steps: readonly Step[];
  readonly gives: Gives;
}

export type Gives = Pick<CoverageRow, 'state' | 'kind' | 'mark'> & Pick<Spoken, 'word'>;

export interface Around {
  readonly coverage: Coverage;
  readonly judgement: Judgement | undefined;
  /** Wholes and parts of the requirement, and what relations join to it, as the question names them. */
  readonly kin: readonly string[];
  /** Ids of relations that are drafts. */
  readonly drafts: readonly string[];
  /** How it stands now. */
  readonly row: CoverageRow;
}

const singlesTried = 8;

/**
 * Our own computation: the nearest steps that would change a result, each tried on the programme as it is, and together
 * those of one claim where they do more than any of them alone. Nothing for what is met or excluded.
 */
export function changesOf(place: Place, around: Around): Found[] {
  const { coverage } = around;
  const now = coverage.results.get(place.requirement) as Result;
  if (isMet(now) || now.kind === 'excluded') return [];
  const paths = pathsOf(place, coverage, around.kin);
  const singles = [...paths.flat().slice(0, singlesTried), ...otherSteps(place, around, now)];
  const found: Found[] = [];
  const standing = givenBy(place, around.row);
  const tries = [...singles.map((step) => [step]), ...paths.filter((path) => path.length > 1)];
  for (const steps of distinct(tries)) {
    const gives = givesOf(place, steps);
    const gain = gives && !isSame(gives, standing) && !found.some((less) => isEnough(less, steps, gives));
    if (gain) found.push({ steps, gives });
  }
  return found.sort((one, other) => rankOf(one) - rankOf(other));
}

/** To judge, to claim another control, to confirm how it lies to another, and in a conflict to withdraw a claim. */
function otherSteps(place: Place, { coverage, judgement, drafts }: Around, { conflict }: Result): Step[] {
  const { framework, scope, requirement } = place;
  const claims = coverage.claims.get(requirement) ?? [];
  const steps = [...claimsInConflict(claims, conflict ?? []).map(withdrawing), ...drafts.map(relating)];
  const target = targetOf(place, coverage);
  if (target === undefined) return steps;
  const named = { framework: framework.id, scope, requirement: target };
  return [...steps, claiming(named), judging(named, target === requirement && judgement !== undefined)];
}

/** What can itself be claimed and judged: of a heading the only part that is not met. */
function targetOf({ framework, requirement }: Place, { results }: Coverage): string | undefined {
  if (requirementOf(framework, requirement)?.assessable) return requirement;
  const open = assessableOf(framework, requirement).filter(({ id }) => {
    const result = results.get(id);
    return result !== undefined && result.kind !== 'excluded' && !isMet(result);
  });
  return open.length === 1 ? open[0]?.id : undefined;
}

function givesOf(place: Place, steps: readonly Step[]): Gives | undefined {
  const row = standingAfter(place, steps);
  return row && givenBy(place, row);
}

function givenBy({ asked }: Place, row: CoverageRow): Gives {
  const { state, kind, mark } = row;
  return { state, word: spoken(row, languageOf(asked)).word, kind, mark };
}

function isSame(one: Gives, other: Gives): boolean {
  return one.kind === other.kind && one.word === other.word && one.state.join() === other.state.join();
}

/** Fewer of the same steps give the same. */
function isEnough(less: Found, steps: readonly Step[], gives: Gives): boolean {
  const keys = new Set(steps.map(keyOf));
  return isSame(less.gives, gives) && less.steps.every((step) => keys.has(keyOf(step)));
}

function distinct(tries: readonly (readonly Step[])[]): readonly (readonly Step[])[] {
  const byKeys = new Map(tries.map((steps) => [steps.map(keyOf).sort().join('; '), steps]));
  return [...byKeys.values()].sort((one, other) => one.length - other.length);
}

const worth: Readonly<Record<CoverageRow['kind'], number>> = {
  assessed: 0,
  claimed: 0,
  inferred: 0,
  indicative: 1,
  unknown: 2,
  stale: 2,
  unclaimed: 2,
  excluded: 2,
  gap: 3,
  conflict: 4,
};

/** What makes it met comes first; of that what our own controls can do, by fewer steps, before what is still to be found. */
function rankOf({ steps, gives }: Found): number {
  const anew = steps.some(({ step }) => step === 'claim' || step === 'judge' || step === 'judge-again');
  return worth[gives.kind] * 10_000 + (anew ? 1000 : 0) + steps.length;
}
