import type { Priority, Subject } from '@concord/programme';
import type { Standing } from '../coverage/feed.ts';
import { remember } from '../coverage/memory.ts';
import type { ViewAsked } from '../envelope.ts';
import { requirementNamed } from '../language/requirement.ts';
import { type Say, sayIn } from '../language/say.ts';
import { maySee } from '../reader.ts';
import type { Closing } from './closing.ts';
import { nameOf, type Open } from './gaps.ts';
import { rankOf } from './said.ts';

/** An action as `actions add-many` takes it. */
export interface PlannedAction {
  readonly title: string;
  readonly what: string;
  readonly owner?: string;
  readonly due?: string;
  readonly priority?: Priority;
  readonly closes: readonly Subject[];
}

const mostSubjects = 200;
const mostNamed = 20;
const longestTitle = 300;

/**
 * CSWP 29, 3.1, step 4: what to do about the gaps that no open action is to close yet, the most urgent first. Gaps that
 * the same control would close are one action, with what that control leaves open in other frameworks. A control
 * that the reader may not see is left out.
 */
export function planOf(asked: ViewAsked, closing: Closing, gaps: readonly Open[]): readonly PlannedAction[] {
  const unplanned = gaps.filter(({ shown }) => shown.actions === 0);
  const byControl = new Map<string, { standing: Standing; at: number; gaps: Open[] }>();
  const plan: { at: number; action: PlannedAction }[] = [];
  for (const [at, gap] of unplanned.entries()) {
    if (!gap.way) plan.push({ at, action: claimAction(asked, gap) });
    for (const standing of gap.way?.controls ?? []) {
      const known = byControl.get(standing.control.id);
      if (known) known.gaps.push(gap);
      else byControl.set(standing.control.id, { standing, at, gaps: [gap] });
    }
  }
  for (const { standing, at, gaps: closed } of byControl.values()) {
    if (maySee(asked.reader, standing.control.owner))
      plan.push({ at, action: controlAction({ asked, closing }, standing, closed) });
  }
  return plan.sort((one, other) => one.at - other.at).map(({ action }) => action);
}

/** Nobody says which control of ours answers it. */
function claimAction(asked: ViewAsked, gap: Open): PlannedAction {
  const { requirement: id, title, owner } = gap.shown;
  const say = sayIn(asked);
  return remember(asked, { from: gap.shown, kind: 'plan', basis: [] }, () => ({
    title: say('gap-plan.claim', { requirement: id, title }).slice(0, longestTitle),
    what: say('gap-plan.claim-what', { requirement: id }),
    ...(owner === undefined ? {} : { owner }),
    ...urgencyOf(asked, [gap]),
    closes: subjectsOf([gap]),
  }));
}

function controlAction(
  { asked, closing }: { asked: ViewAsked; closing: Closing },
  standing: Standing,
  closed: readonly Open[],
): PlannedAction {
  const [first] = closed;
  // A gap tells what all of its controls would do together: which of them does what can change without it.
  const affected = closing.affected([standing.control.id]);
  const basis = [standing, ...closed.map(({ shown }) => shown), ...affected.map(nameOf)];
  const asPlanned = { from: first?.shown ?? standing, kind: `plan ${standing.control.id}`, basis };
  return remember(asked, asPlanned, () => {
    const say = sayIn(asked);
    const { control, state } = standing;
    const others = affected.map((each) => requirementNamed(each, asked));
    const named = closed.map(({ shown }) => shown.requirement);
    const params = { code: control.code, name: control.name, closed: list(named, say) };
    const closes = [
      { kind: 'control', id: control.id } as const,
      ...subjectsOf(closed),
      ...affected.map(({ framework, requirement }) => requirementSubject(framework, requirement)),
    ];
    const toDo = state.why === 'operating' ? completing(closed) : state.why.replaceAll(' ', '-');
    const what = say('gap-plan.what', params);
    return {
      title: say(`gap-plan.${toDo}`, params).slice(0, longestTitle),
      what: others.length > 0 ? `${what} ${say('gap-plan.what-else', { others: list(others, say) })}` : what,
      ...(control.owner === undefined ? {} : { owner: control.owner }),
      ...urgencyOf(asked, closed),
      closes: closes.slice(0, mostSubjects),
    };
  });
}

/** A control that works and closes nothing yet: its claim is not confirmed, or does not say that it meets the outcome. */
function completing(closed: readonly Open[]): string {
  return closed.some(({ way }) => way?.unconfirmed === true) ? 'confirm' : 'look-again';
}

function list(names: readonly string[], say: Say): string {
  const more = names.length - mostNamed;
  const first = names.slice(0, mostNamed).join(', ');
  return more > 0 ? say('gap-plan.and-more', { first, more }) : first;
}

/** As urgent as the most urgent; what was wanted by a day that has passed is wanted today. */
function urgencyOf({ on }: ViewAsked, gaps: readonly Open[]): Pick<PlannedAction, 'priority' | 'due'> {
  const [priority] = gaps
    .map(({ shown }) => shown.priority)
    .sort((one, other) => rankOf(other) - rankOf(one));
  const [first] = gaps.flatMap(({ shown }) => shown.due ?? []).sort();
  const due = first !== undefined && first < on ? on : first;
  return { ...(priority ? { priority } : {}), ...(due === undefined ? {} : { due }) };
}

function subjectsOf(gaps: readonly Open[]): Subject[] {
  return gaps.map(({ outcome }) => ({ kind: 'target', id: outcome.said.key }));
}

function requirementSubject(framework: string, requirement: string): Subject {
  return { kind: 'requirement', id: `${framework}/${requirement}` };
}
