import type { Params } from '@concord/catalog';
import type { RequirementNamed } from '@concord/programme';
import { dayNumber } from '../days/calendar.ts';
import { type InLanguage, sayIn } from '../language/say.ts';

/** What can fall due, one for each record that somebody has to come back to. */
export const dueKinds = [
  'evidence',
  'action',
  'target',
  'judgement',
  'applicability',
  'obligation',
  'party',
  'issue',
  'scope',
  'document',
  'entity',
  'collector',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** Past its day; within a week, or still counting in grace; later. */
export const dueStates = ['overdue', 'due', 'soon'] as const;
export type DueState = (typeof dueStates)[number];

/** Something with a day by which somebody has to see to it. */
export interface DueItem {
  readonly kind: DueKind;
  /** Id of the record; for evidence that of the control that needs it. */
  readonly id: string;
  readonly title: string;
  /** Local date: the last day on which all is well. */
  readonly due: string;
  readonly state: DueState;
  /** Id of the person who answers for it. */
  readonly owner?: string | undefined;
  /** What of the frameworks it bears on. */
  readonly requirements: readonly RequirementNamed[];
  readonly why: string;
  /** What is to be done, in words and not as a command. */
  readonly todo: string;
}

/** What is looked for, and said in one language: all whose day is not after the last of the window, on the day asked about. */
export interface Window extends InLanguage {
  readonly on: string;
  readonly to: string;
}

const week = 7;

export function stateOn(due: string, on: string): DueState {
  if (due < on) return 'overdue';
  return dayNumber(due) - dayNumber(on) <= week ? 'due' : 'soon';
}

type Said = Omit<DueItem, 'state' | 'why' | 'todo' | 'requirements'> & {
  readonly requirements?: readonly RequirementNamed[];
  readonly params?: Params;
};

/** An item by its own day, in the words of its kind; none when its day comes after the window. */
export function dueBy({ params = {}, requirements = [], ...said }: Said, window: Window): DueItem[] {
  const { on, to } = window;
  const { kind, due } = said;
  const say = sayIn(window);
  if (due > to) return [];
  const state = stateOn(due, on);
  const why = say(`due.why-${kind}`, { due, ...params });
  return [{ ...said, requirements, state, why, todo: say(`due.todo-${kind}`, params) }];
}
