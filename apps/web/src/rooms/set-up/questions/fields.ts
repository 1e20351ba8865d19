import type { Answers } from '../answers/answers.ts';
import type { SetAnswers } from '../answers/use-answers.ts';

/** What the fields of every question are given. */
export interface FieldsProps {
  readonly answers: Answers;
  readonly set: SetAnswers;
}
