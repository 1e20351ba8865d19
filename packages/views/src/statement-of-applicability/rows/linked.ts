import {
  type Action,
  type Governance,
  holdsScope,
  type Obligation,
  type Programme,
  type Reason,
  requirementKey,
} from '@concord/programme';
import { remember } from '../../coverage/memory.ts';
import type { CoverageRow } from '../../coverage/row.ts';
import type { ViewAsked } from '../../envelope.ts';
import { maySee, type Reader } from '../../reader.ts';

/** The framework whose Annex A the statement goes through. */
export const annexA = 'iso27001-2022';

export interface ObligationShown {
  readonly id: string;
  readonly kind: Obligation['kind'];
  readonly title: string;
}

export interface ActionShown {
  readonly id: string;
  readonly title: string;
  /** Id of the person who has it. */
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
}

/** What stands beside a row; those that the reader may not see as counts. */
export interface Linked {
  readonly obligations: readonly ObligationShown[];
  readonly hiddenObligations: number;
  readonly actions: readonly ActionShown[];
  readonly hiddenActions: number;
}

/** Registers laid out by what their records are about, as long as the registers are the same. */
export interface Links {
  /** Open on the day, the first due first; by `kind/id` of what they close. */
  readonly actionsOn: (subjects: readonly string[]) => readonly Action[];
  /** In force on the day, in or around the scope, that name this requirement of Annex A. */
  readonly obligationsOn: (requirement: string) => readonly Obligation[];
  /** The one of this id, while it is in force on the day: what has ended is no reason any more. */
  readonly obligation: (id: string) => Obligation | undefined;
}

interface Place {
  readonly scope: string;
  readonly on: string;
}

export function linksOf({ governance }: Pick<Programme, 'governance'>, place: Place): Links {
  const byRequirement = obligationsByRequirement(governance.obligations);
  return {
    actionsOn: (subjects) => actionsOn(governance.actions, subjects, place.on),
    obligationsOn: (requirement) =>
      (byRequirement.get(requirementKey(annexA, requirement)) ?? []).filter(
        (obligation) => isInForce(obligation, place.on) && meetsScope(governance, obligation, place.scope),
      ),
    obligation: (id) => {
      const found = governance.obligations.get(id);
      return found && isInForce(found, place.on) ? found : undefined;
    },
  };
}

function actionsOn(actions: Governance['actions'], subjects: readonly string[], on: string): Action[] {
  if (actions.isEmpty()) return [];
  const bySubject = actionsBySubject(actions);
  const found = new Set(subjects.flatMap((subject) => bySubject.get(subject) ?? []));
  return [...found].filter((action) => isOpenOn(action, on)).sort(soonestFirst);
}

/** One for a part of the scope bears on the whole of it, and one for what lies around it on all within. */
function meetsScope(governance: Governance, { scope }: Obligation, asked: string): boolean {
  return holdsScope(governance, scope, asked) || holdsScope(governance, asked, scope);
}

export function isInForce({ endedOn }: Obligation, on: string): boolean {
  return endedOn === undefined || endedOn > on;
}

function isOpenOn({ openedOn, closedOn }: Action, on: string): boolean {
  return openedOn <= on && (closedOn === undefined || closedOn > on);
}

function soonestFirst(one: Action, other: Action): number {
  const [due, than] = [one.due ?? '9999', other.due ?? '9999'];
  if (due !== than) return due < than ? -1 : 1;
  return one.seq - other.seq;
}

const actionTables = new WeakMap<object, ReadonlyMap<string, readonly Action[]>>();

function actionsBySubject(actions: Governance['actions']): ReadonlyMap<string, readonly Action[]> {
  const known = actionTables.get(actions);
  if (known) return known;
  const table = new Map<string, Action[]>();
  for (const action of actions.values())
    for (const { kind, id } of action.closes) keep(table, `${kind}/${id}`, action);
  actionTables.set(actions, table);
  return table;
}

const obligationTables = new WeakMap<object, ReadonlyMap<string, readonly Obligation[]>>();

function obligationsByRequirement(
  obligations: Governance['obligations'],
): ReadonlyMap<string, readonly Obligation[]> {
  const known = obligationTables.get(obligations);
  if (known) return known;
  const table = new Map<string, Obligation[]>();
  for (const obligation of obligations.valueSeq().sortBy(({ seq }) => seq))
    for (const { framework, requirement } of obligation.requirements)
      keep(table, requirementKey(framework, requirement), obligation);
  obligationTables.set(obligations, table);
  return table;
}

function keep<T>(table: Map<string, T[]>, key: string, value: T): void {
  const list = table.get(key);
  if (list) list.push(value);
  else table.set(key, [value]);
}

/**
 * Open actions for a requirement or for a control claimed for it; the same list as long as they are the same. The
 * controls of a row change only with the row.
 */
export function actionsBeside(
  { memory, programme, on }: Pick<ViewAsked, 'memory' | 'programme' | 'on'>,
  row: CoverageRow,
  framework: string,
): readonly Action[] {
  const { actions } = programme.governance;
  if (actions.isEmpty()) return noActions;
  return remember(memory, { from: row, kind: 'actions', basis: [actions, on] }, () => {
    const controls = row.controls.map(({ control }) => `control/${control.id}`);
    const subjects = [`requirement/${requirementKey(framework, row.id)}`, ...controls];
    const found = actionsOn(actions, subjects, on);
    if (found.length === 0) return noActions;
    return remember(memory, { from: row, kind: 'actions found', basis: found }, () => found);
  });
}

const noActions: readonly Action[] = [];

/** The obligations that the reasons of a decision point at, then those that name the requirement, each once. */
export function obligationsLinked(
  links: Links,
  reasons: readonly Reason[],
  naming: readonly Obligation[],
): readonly Obligation[] {
  const pointed = reasons.flatMap(({ obligation }) => links.obligation(obligation ?? '') ?? []);
  return [...new Set([...pointed, ...naming])];
}

export function linkedShown(
  { obligations, actions }: { obligations: readonly Obligation[]; actions: readonly Action[] },
  reader: Reader,
): Linked {
  const open = <T extends { owner?: string | undefined }>(each: T) => maySee(reader, each.owner);
  const [theirObligations, theirActions] = [obligations.filter(open), actions.filter(open)];
  return {
    obligations: theirObligations.map(({ id, kind, title }) => ({ id, kind, title })),
    hiddenObligations: obligations.length - theirObligations.length,
    actions: theirActions.map(({ id, title, owner, due }) => ({ id, title, owner, due })),
    hiddenActions: actions.length - theirActions.length,
  };
}
