import { type RequirementState, stateOf } from '../../../states/index.ts';
import type { Duties, Duty, Point } from '../directive/view.ts';

/** What the address asks for. */
export interface Wanted {
  /** Words or an id. */
  readonly q?: string | undefined;
  /** A state, unclaimed and unknown apart. */
  readonly state?: string | undefined;
  /** Number of an article of the directive. */
  readonly article?: string | undefined;
  /** Id of one duty: of the annex then only what details it. */
  readonly duty?: string | undefined;
}

/** The article of a duty: what stands before its paragraph. */
function articleOf(duty: string): string {
  return duty.split('(')[0] ?? duty;
}

/** Articles of the duties, in their order, each once. */
export function articlesOf(duties: readonly Pick<Duty, 'id'>[]): readonly string[] {
  return [...new Set(duties.map(({ id }) => articleOf(id)))];
}

/** The duties that are asked for. */
export function wantedDuties(duties: readonly Duty[], wanted: Wanted): readonly Duty[] {
  const { article, duty } = wanted;
  return duties.filter(
    (each) =>
      isWanted(each, wanted) &&
      (article === undefined || articleOf(each.id) === article) &&
      (duty === undefined || each.id === duty),
  );
}

/** The points of the annex that are asked for: those that detail the duty or an article of it. */
export function wantedPoints(points: readonly Point[], wanted: Wanted): readonly Point[] {
  const { article, duty } = wanted;
  return points.filter(
    (each) =>
      isWanted(each, wanted) &&
      (article === undefined || each.details.some((detail) => articleOf(detail) === article)) &&
      (duty === undefined || each.details.includes(duty)),
  );
}

function isWanted(row: Duty | Point, { q = '', state }: Wanted): boolean {
  if (state !== undefined && stateOf(row) !== state) return false;
  const text = `${row.id} ${row.title} ${row.controls.map(({ code, name }) => `${code} ${name}`).join(' ')}`;
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}

/** The states that occur, with how many of both lists have each, most first. */
export function statesOf({ rows, technical }: Pick<Duties, 'rows' | 'technical'>) {
  const counts = new Map<RequirementState, number>();
  for (const state of [...rows, ...(technical?.rows ?? [])].map(stateOf))
    counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([id, count]) => ({ id, count })).sort((one, other) => other.count - one.count);
}
