import type { Format, Say } from '../../../app/index.ts';
import type { Answers, QuestionName } from '../answers/answers.ts';

interface Words {
  readonly say: Say;
  readonly format: Format;
}

/** An answer in few words, beside its step. */
export function summaryOf(question: QuestionName, answers: Answers, { say, format }: Words): string {
  const { name, activities, persons, establishedIn, servesIn, covers, facts, lead } = answers;
  const told: Record<QuestionName, () => string> = {
    name: () => name,
    activities: () =>
      activities.length === 0
        ? say('answer.unsure')
        : say('activities.summary', { count: activities.length }),
    size: () =>
      typeof persons === 'number'
        ? say('size.summary', { count: persons, number: format.number(persons) })
        : say('answer.unsure'),
    places: () => [...new Set([...establishedIn, ...servesIn])].join(', ') || say('answer.unsure'),
    scope: () => (covers === undefined ? say('answer.unsure') : say(`scope.${covers}`)),
    facts: () =>
      say('facts.summary', { count: Object.values(facts).filter((answer) => answer !== 'unsure').length }),
    frameworks: () => (lead === undefined ? say('answer.unsure') : say(`frameworks.leads-${lead}`)),
  };
  return told[question]();
}
