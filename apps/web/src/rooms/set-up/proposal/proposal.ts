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

/** The list with or without some. */
export function including(
  list: readonly string[],
  some: readonly string[],
  isIn: boolean,
): readonly string[] {
  const others = list.filter((each) => !some.includes(each));
  return isIn ? [...others, ...some] : others;
}
