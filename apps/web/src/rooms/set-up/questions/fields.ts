import type { Answers } from '../answers/answers.ts';
import type { SetAnswers } from '../answers/use-answers.ts';

/** What the fields of every question are given. */
export interface FieldsProps {
  readonly answers: Answers;
  readonly set: SetAnswers;
  /** Tells that a field holds what can not be read, so that its answer is not known; and when that is over. */
  readonly tellUnread: (answer: keyof Answers, isUnread: boolean) => void;
}
