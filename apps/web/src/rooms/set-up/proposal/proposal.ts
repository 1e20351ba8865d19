import type { AnswerOf } from '@concord/operations/client';
import type { Answers } from '../answers/answers.ts';
import type { SetAnswers } from '../answers/use-answers.ts';

export type Proposal = AnswerOf<'set-up propose'>;

/** What each part of the proposal is given, to be chosen from. */
export interface Choosing {
  readonly answers: Answers;
  readonly set: SetAnswers;
  readonly proposal: Proposal;
}

/** How many of the controls come along, and how many of those are of no use by the answers and come marked so. */
export function comingAlong(
  controls: readonly { readonly code: string; readonly proposed: boolean }[],
  notTaken: readonly string[],
): { readonly count: number; readonly idle: number } {
  const coming = controls.filter(({ code }) => !notTaken.includes(code));
  return { count: coming.length, idle: coming.filter(({ proposed }) => !proposed).length };
}

/** The list with or without some. */
export function including(
  list: readonly string[],
  some: readonly string[],
  isIn: boolean,
): readonly string[] {
  const others = list.filter((each) => !some.includes(each));
  return isIn ? [...others, ...some] : others;
}
