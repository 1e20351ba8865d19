import { assessableOf, inCatalogueOrder } from '@concord/catalog';
import { adoptedEdition, type Programme } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import { countNumbers, type Numbers } from '../calculus/index.ts';
import { coverageOf } from '../coverage/memory.ts';
import { csfFramework, type csfProfile } from '../csf-profile/csf-profile.ts';
import { openView, type ViewAsked } from '../envelope.ts';

/** One function of the CSF: how many of its outcomes are met, may be and are wanted, and how many were met before. */
export interface FunctionStanding {
  readonly id: string;
  readonly title: string;
  readonly numbers: Numbers;
  /** Outcomes of it that the profile includes and wants. */
  readonly wanted: number;
  /** Met on the day that is compared with, by what is known now; absent where nothing was known of that day. */
  readonly before?: number;
}

/** An adopted framework in one line. */
export interface FrameworkStanding {
  readonly id: string;
  readonly title: string;
  readonly numbers: Numbers;
}

type Profile = Exclude<ReturnType<typeof csfProfile>, { refusal: unknown }>;

/** The day that a board compares with: a quarter of a year before. */
export function dayBefore(on: string): string {
  return Temporal.PlainDate.from(on).subtract({ months: 3 }).toString();
}

export function functionStandings(asked: ViewAsked, profile: Profile, since: string): FunctionStanding[] {
  const before = metOn(asked, profile, since);
  return profile.groups
    .filter(({ level }) => level === 'function')
    .map(({ id, title, numbers }) => ({
      id,
      title,
      numbers,
      wanted: profile.rows.filter((row) => row.function === id && row.included && row.target?.wanted).length,
      ...(before === undefined ? {} : { before: before.get(id) ?? 0 }),
    }));
}

/** How many outcomes of each function were met on a day; undefined where nothing at all was known of it. */
function metOn(asked: ViewAsked, { rows, scope }: Profile, on: string): Map<string, number> | undefined {
  const framework = adoptedEdition(asked.programme.governance, csfFramework);
  if (!framework) return undefined;
  const { results } = coverageOf(asked.programme, { framework, scope: scope.id, on }, asked.memory).coverage;
  const found = new Map<string, number>();
  for (const { id, function: of, included } of rows) {
    if (!included) continue;
    const kind = results.get(id)?.kind;
    if (kind === 'assessed' || kind === 'claimed' || kind === 'inferred')
      found.set(of, (found.get(of) ?? 0) + 1);
  }
  return found.size === 0 ? undefined : found;
}

/** Every adopted framework with its interval, in the order of the catalogue. */
export function frameworkStandings(asked: ViewAsked): FrameworkStanding[] {
  return adoptedIds(asked.programme).flatMap((id) => {
    const opened = openView({ ...asked, scope: undefined, period: undefined }, id);
    if ('refusal' in opened) return [];
    const { framework, worked } = opened;
    const ids = assessableOf(framework).map((each) => each.id);
    return [{ id, title: framework.title, numbers: countNumbers(worked.coverage.results, ids) }];
  });
}

function adoptedIds({ governance }: Programme): string[] {
  return [...governance.adoptions.keys()].sort(inCatalogueOrder);
}
