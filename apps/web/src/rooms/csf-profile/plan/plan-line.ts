import type { AnswerOf } from '@concord/operations/client';
import { type CsfView, csf } from '../profile/view.ts';

export type Planned = CsfView['plan'][number];
export type ActionKept = AnswerOf<'actions list'>['rows'][number];

/** What one action closes in another framework. */
export interface AlsoCloses {
  readonly framework: string;
  readonly requirements: readonly string[];
}

/** One action of the plan: kept already, or proposed. Days are local dates. */
export interface PlanLine {
  readonly key: string;
  readonly title: string;
  readonly what: string;
  readonly owner: string | undefined;
  readonly priority: string | undefined;
  /** From when it runs: the day it was agreed; for a proposal the day that is looked at. */
  readonly from: string;
  readonly due: string | undefined;
  readonly isLate: boolean;
  /** Outcomes that it lifts. */
  readonly lifts: readonly string[];
  readonly also: readonly AlsoCloses[];
  /** As `actions add` takes it; absent for an action that is kept. */
  readonly proposed?: Planned | undefined;
  /** Id of the action that is kept. */
  readonly action?: string | undefined;
}

interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** Actions that are open on outcomes of the profile, the earliest due first; then what is proposed for the other gaps. */
export function planLines(view: CsfView, kept: readonly ActionKept[]): readonly PlanLine[] {
  const lifted = new Map<string, string[]>();
  for (const { id, actions } of view.rows)
    for (const action of actions) lifted.set(action.id, [...(lifted.get(action.id) ?? []), id]);
  const own = kept.flatMap((action) => {
    const lifts = lifted.get(action.id);
    return lifts ? [keptLine(action, lifts)] : [];
  });
  return [...own, ...view.plan.map((planned, at) => proposedLine(planned, `proposed ${at}`, view.on))];
}

function keptLine(action: ActionKept, lifts: readonly string[]): PlanLine {
  const { id, title, what, owner, priority, openedOn, due, overdue, closes } = action;
  const also = alsoCloses(closes);
  return {
    key: id,
    title,
    what,
    owner,
    priority,
    from: openedOn,
    due,
    isLate: overdue,
    lifts,
    also,
    action: id,
  };
}

function proposedLine(proposed: Planned, key: string, on: string): PlanLine {
  const { title, what, owner, priority, due, closes } = proposed;
  const lifts = closes.flatMap((each) => (each.kind === 'target' ? [requirementIn(each)] : []));
  const also = alsoCloses(closes);
  return { key, title, what, owner, priority, from: on, due, isLate: false, lifts, also, proposed };
}

/** `framework/requirement`, after the profile where it is a target. */
function requirementIn({ id }: Subject): string {
  return id.slice(id.indexOf('/') + 1);
}

/** What of other frameworks it closes, by framework in the order of first mention. */
export function alsoCloses(closes: readonly Subject[]): readonly AlsoCloses[] {
  const found = new Map<string, string[]>();
  for (const each of closes) {
    const framework = each.id.slice(0, each.id.indexOf('/'));
    if (each.kind !== 'requirement' || framework === csf) continue;
    found.set(framework, [...(found.get(framework) ?? []), requirementIn(each)]);
  }
  return [...found].map(([framework, requirements]) => ({ framework, requirements }));
}

/** What the plan does as a whole: each outcome and requirement once. */
export function reachOf(lines: readonly PlanLine[]): { readonly lifts: number; readonly also: number } {
  const lifts = new Set(lines.flatMap((line) => line.lifts));
  const also = new Set(
    lines.flatMap((line) =>
      line.also.flatMap((each) => each.requirements.map((id) => `${each.framework}/${id}`)),
    ),
  );
  return { lifts: lifts.size, also: also.size };
}

/** How the plan answers the gaps: how many open actions name, how many proposals cover, what is lifted besides. */
export function relatesOf({ gaps }: Pick<CsfView, 'gaps'>, lines: readonly PlanLine[]) {
  const lifted = (of: readonly PlanLine[]) => new Set(of.flatMap(({ lifts }) => lifts));
  const kept = lifted(lines.filter(({ action }) => action !== undefined));
  const proposals = lines.filter(({ proposed }) => proposed !== undefined);
  const covered = lifted(proposals);
  const open = new Set(gaps.map(({ requirement }) => requirement));
  return {
    gaps: open.size,
    kept: [...open].filter((id) => kept.has(id)).length,
    proposals: proposals.length,
    covered: [...open].filter((id) => covered.has(id) && !kept.has(id)).length,
    beyond: [...lifted(lines)].filter((id) => !open.has(id)).length,
  };
}

/** First and last day of the time line: all of every line with a day, today, and the last day that something is wanted by. */
export function spanOf(lines: readonly PlanLine[], today: string, last: string | undefined) {
  const dated = lines.filter(({ due }) => due !== undefined);
  const days = [today, ...(last ? [last] : []), ...dated.flatMap(({ from, due = '' }) => [from, due])].sort();
  return { from: days[0] ?? today, to: days.at(-1) ?? today };
}

/** The last day by which the profile wants something. */
export function lastWanted({ rows }: CsfView): string | undefined {
  return rows
    .flatMap(({ included, target }) => (included && target?.wanted && target.due ? [target.due] : []))
    .sort()
    .at(-1);
}
