import { type Action, requirementKey, type Subject } from '@concord/programme';
import type { Say } from '../../language/say.ts';
import { met } from '../difference/before-after.ts';
import type { Difference, DifferentRow } from '../difference/difference.ts';
import type { Change } from '../hypothesis/change.ts';

/** A body of `actions add`: what is to be done, and what it closes. */
export interface PlannedAction extends Pick<Action, 'title' | 'what'> {
  readonly owner?: string;
  readonly closes: Subject[];
  readonly priority: NonNullable<Action['priority']>;
}

/** One action for each change that somebody can bring about, or, where evidence would run out, prevent. */
export function planOf(
  changes: readonly Change[],
  frameworks: readonly Difference[],
  say: Say,
): PlannedAction[] {
  const drafts = changes.flatMap((change) => draftOf(change, frameworks, say));
  return drafts.map((draft, at) => ({ ...draft, priority: priorityAt(at, drafts.length) }));
}

type Draft = Omit<PlannedAction, 'priority'>;

/** What stands first gains most: the first third is of high priority, the last of low. */
export function priorityAt(at: number, of: number): PlannedAction['priority'] {
  if (at * 3 < of) return 'high';
  return at * 3 < 2 * of ? 'medium' : 'low';
}

function draftOf(change: Change, frameworks: readonly Difference[], say: Say): Draft[] {
  if (change.kind === 'lapse') {
    const { id, title, controls } = change.evidence;
    const lost = rowsOf(frameworks, new Set(controls), ({ before, after }) => met(before) && !met(after));
    return [draft('lapse', { title }, { say, closes: [{ kind: 'evidence', id }, ...lost] })];
  }
  if (change.kind === 'exclude') {
    const { framework, requirement, title } = change;
    const closes = [{ kind: 'requirement', id: requirementKey(framework, requirement) } as const];
    return [draft('exclude', { framework, requirement, title }, { say, closes })];
  }
  // Nobody sets out to fail, or to undo what was put into practice.
  if (change.state === 'fails' || change.state === 'planned') return [];
  const { id, code, name, owner } = change.control;
  const won = rowsOf(frameworks, new Set([id]), ({ before, after }) => !met(before) && met(after));
  return [draft(change.state, { code, name }, { say, owner, closes: [{ kind: 'control', id }, ...won] })];
}

/** An action in words of its own kind. */
export function draft(
  kind: string,
  params: Readonly<Record<string, string>>,
  { say, owner, closes }: { say: Say; owner?: string | undefined; closes: Subject[] },
): Draft {
  const title = say(`what-if.do-${kind}`, params).slice(0, longestTitle);
  const what = say(`what-if.do-${kind}-how`, params);
  return { title, what, ...(owner === undefined ? {} : { owner }), closes: closes.slice(0, mostSubjects) };
}

const longestTitle = 300;
const mostSubjects = 200;

/** Requirements, as an action names them, that become otherwise because of these controls. */
function rowsOf(
  frameworks: readonly Difference[],
  controls: ReadonlySet<string>,
  wanted: (row: DifferentRow) => boolean,
): Subject[] {
  return frameworks.flatMap(({ framework, rows }) =>
    rows
      .filter(wanted)
      .filter(({ because }) => because.controls.some(({ id }) => controls.has(id)))
      .map(({ id }) => ({ kind: 'requirement', id: requirementKey(framework.id, id) }) as const),
  );
}
