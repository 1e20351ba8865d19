import { useFormat, usePlace, useWords } from '../../../app/index.ts';
import { sentenceOf } from './sentence.ts';
import { useAdopted, useLibraryCounts, useNeeds } from './use-needs.ts';

/** The one sentence that says the day. */
export function Sentence() {
  const say = useWords('home');
  const { dayNear } = useFormat();
  const { today } = usePlace();
  const needs = useNeeds();
  const isEmpty = useIsEmpty();
  if (isEmpty) return say('sentence.empty');
  return needs === undefined ? say('pending') : sentenceOf(needs, say, (day) => dayNear(day, today));
}

/** Whether nothing is here yet: neither a framework nor a control. */
export function useIsEmpty(): boolean {
  const adopted = useAdopted();
  const { withRetired } = useLibraryCounts();
  return adopted.size === 0 && withRetired === 0;
}
