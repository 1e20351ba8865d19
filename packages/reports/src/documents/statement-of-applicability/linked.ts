import { say } from '@concord/catalog';
import type { ApplicabilityRow, FurtherRow } from '@concord/views';
import type { Line } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { nameOf, quietly } from '../parts/lines.ts';

type Row = ApplicabilityRow | FurtherRow;

/** When it was decided, who answers for it, and when it is looked at again. */
export function writeAnswerable({ decidedOn, owner, reviewOn }: Row, choices: DocumentChoices): Line[] {
  const { language } = choices;
  return [
    ...(decidedOn === undefined ? [] : [quietly(writeDate(decidedOn, language))]),
    ...(owner === undefined ? [] : [quietly(nameOf(owner, choices))]),
    ...(reviewOn === undefined
      ? []
      : [quietly(say(language, 'document.review', { date: writeDate(reviewOn, language) }))]),
  ];
}

export function writeObligations({ obligations, hiddenObligations }: Row, language: string): Line[] {
  return [
    ...obligations.map(({ title }) => quietly(say(language, 'document.obligation', { title }))),
    ...(hiddenObligations === 0
      ? []
      : [quietly(say(language, 'document.obligation.hidden', { count: hiddenObligations }))]),
  ];
}
