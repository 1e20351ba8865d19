import type { Action, Governance, RequirementNamed, Subject } from '@concord/programme';
import { type DueItem, type DueKind, dueBy, type Window } from './item.ts';

/** What an action that is open on the day is to close, by when. Those without a day are counted elsewhere. */
export function dueActions({ actions }: Governance, window: Window): DueItem[] {
  return openActions(actions.values(), window.on).flatMap(({ id, title, due, owner, closes }) => {
    if (due === undefined) return [];
    const requirements = closes.flatMap(requirementOf);
    return dueBy({ kind: 'action', id, title, due, owner, requirements }, window);
  });
}

export function openActions(actions: Iterable<Action>, on: string): Action[] {
  return [...actions].filter(
    ({ openedOn, closedOn }) => openedOn <= on && (closedOn === undefined || closedOn > on),
  );
}

/** The requirement that a subject is, or whose target it is. */
function requirementOf({ kind, id }: Subject): RequirementNamed[] {
  if (kind !== 'requirement' && kind !== 'target') return [];
  const key = kind === 'target' ? id.slice(id.indexOf(':') + 1) : id;
  const slash = key.indexOf('/');
  return [{ framework: key.slice(0, slash), requirement: key.slice(slash + 1) }];
}

interface Reviewed {
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly endedOn?: string | undefined;
  readonly requirements?: readonly RequirementNamed[];
}

/** Reviews of what the registers hold, as long as it holds. */
export function dueReviews(
  { obligations, parties, issues, scopeStatements, documents, entities, scopes }: Governance,
  window: Window,
): DueItem[] {
  const review = (kind: DueKind, { id, title }: { id: string; title: string }, reviewed: Reviewed) => {
    const { owner, reviewOn, endedOn, requirements = [] } = reviewed;
    const ended = endedOn !== undefined && endedOn <= window.on;
    if (reviewOn === undefined || ended) return [];
    return dueBy({ kind, id, title, due: reviewOn, owner, requirements }, window);
  };
  return [
    ...[...obligations.values()].flatMap((each) => review('obligation', each, each)),
    ...[...parties.values()].flatMap((each) => review('party', { id: each.id, title: each.name }, each)),
    ...[...issues.values()].flatMap((each) => review('issue', each, each)),
    ...[...scopeStatements.values()].flatMap((each) =>
      review('scope', { id: each.scope, title: scopes.get(each.scope)?.name ?? '' }, each),
    ),
    ...[...documents.values()].flatMap((each) =>
      review('document', each, { ...each, endedOn: each.retiredOn }),
    ),
    ...[...entities.values()].flatMap((each) => review('entity', { id: each.id, title: each.name }, each)),
  ];
}
