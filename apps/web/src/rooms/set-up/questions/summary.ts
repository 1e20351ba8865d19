import { noneListed } from '../../../activities/index.ts';
import type { Format, Language, Say } from '../../../app/index.ts';
import { namedIn } from '../../../countries/index.ts';
import type { Answers, QuestionName } from '../answers/answers.ts';

interface Words {
  readonly say: Say;
  readonly format: Format;
  readonly language: Language;
}

/** An answer in few words, beside its step. */
export function summaryOf(question: QuestionName, answers: Answers, words: Words): string {
  const { say, format, language } = words;
  const { name, activities, persons, covers, facts, lead } = answers;
  const told: Record<QuestionName, () => string> = {
    name: () => name,
    activities: () =>
      activities.length === 0
        ? say('answer.unsure')
        : activities.includes(noneListed)
          ? say('activities.none')
          : say('activities.summary', { count: activities.length }),
    size: () =>
      typeof persons === 'number'
        ? say('size.summary', { count: persons, number: format.number(persons) })
        : say('answer.unsure'),
    places: () => placesOf(answers, { say, language }),
    scope: () =>
      covers === undefined
        ? say('answer.unsure')
        : say(covers === 'part' && answers.statement.trim() === '' ? 'scope.unwritten' : `scope.${covers}`),
    facts: () =>
      say('facts.summary', { count: Object.values(facts).filter((answer) => answer !== 'unsure').length }),
    frameworks: () => (lead === undefined ? say('answer.unsure') : say(`frameworks.leads-${lead}`)),
  };
  return told[question]();
}

function placesOf(
  { establishedIn, servesIn }: Pick<Answers, 'establishedIn' | 'servesIn'>,
  { say, language }: Pick<Words, 'say' | 'language'>,
): string {
  if (establishedIn.length + servesIn.length === 0) return say('answer.unsure');
  return say('places.chosen', {
    established: namedIn(establishedIn, language) || say('places.nowhere'),
    served: namedIn(servesIn, language) || say('places.nowhere'),
  });
}
