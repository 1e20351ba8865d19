import { say } from '@concord/catalog';
import type { ApplicabilityRow, FurtherRow } from '@concord/views';
import type { Line } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';
import { quietly } from './how.ts';

type Row = ApplicabilityRow | FurtherRow;

/** When it was decided, who answers for it, and when it is looked at again. */
export function writeAnswerable({ decidedOn, owner, reviewOn }: Row, choices: StatementChoices): Line[] {
  const { language } = choices;
  return [
    ...(decidedOn === undefined ? [] : [quietly(writeDate(decidedOn, language))]),
    ...(owner === undefined ? [] : [quietly(nameOf(owner, choices))]),
    ...(reviewOn === undefined
      ? []
      : [quietly(say(language, 'soa.review', { date: writeDate(reviewOn, language) }))]),
  ];
}

export function writeObligations({ obligations, hiddenObligations }: Row, language: string): Line[] {
  return [
    ...obligations.map(({ title }) => quietly(say(language, 'soa.obligation', { title }))),
    ...(hiddenObligations === 0
      ? []
      : [quietly(say(language, 'soa.obligation.hidden', { count: hiddenObligations }))]),
  ];
}

/** What is still to be done, by whom and until when. */
export function writeActions({ actions, hiddenActions }: Row, choices: StatementChoices): Line[] {
  const { language } = choices;
  return [
    ...actions.map(({ title, owner, due }) => {
      const until = due === undefined ? [] : [writeDate(due, language)];
      const told = [...(owner === undefined ? [] : [nameOf(owner, choices)]), ...until];
      const rest = told.length === 0 ? say(language, 'soa.action.nobody') : told.join(', ');
      return quietly(say(language, 'soa.action', { title, rest }));
    }),
    ...(hiddenActions === 0 ? [] : [quietly(say(language, 'soa.action.hidden', { count: hiddenActions }))]),
  ];
}

function nameOf(person: string, { people = {} }: StatementChoices): string {
  return people[person] ?? person;
}
