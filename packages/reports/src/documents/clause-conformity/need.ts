import { say } from '@concord/catalog';
import type { ClauseConformity } from '@concord/views';
import type { Line, Mark } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { nameOf, quietly } from '../parts/lines.ts';

export type Need = ClauseConformity['rows'][number]['needs'][number];
export type DocumentListed = Need['documents'][number];

/** Whether what is called for is there: the marks say nothing about the clause itself. */
const marks: Readonly<Record<Need['state'], Mark>> = {
  approved: 'met',
  kept: 'met',
  'past-review': 'stale',
  draft: 'partly',
  incomplete: 'partly',
  missing: 'gap',
};

export function writeNeedState({ state }: Pick<Need, 'state'>, language: string): Line {
  return { text: say(language, `clause.need-${state}`), mark: marks[state] };
}

/** Title of a document, then its version, who approved it when, until when it holds, and where it lies. */
export function writeListed(document: DocumentListed, choices: DocumentChoices): Line[] {
  const { language } = choices;
  const { title, version, file, link, state } = document;
  const told = [
    ...(version === '' ? [] : [say(language, 'clause-report.version', { version })]),
    ...(state === 'draft' ? [say(language, 'clause.need-draft')] : writeApproved(document, choices)),
    ...writeReview(document, language),
  ];
  const where = file ?? link;
  return [
    title,
    ...(told.length === 0 ? [] : [quietly(told.join(' · '))]),
    ...(where === undefined ? [] : [quietly(where)]),
  ];
}

function writeApproved({ approvedOn, approvedBy }: DocumentListed, choices: DocumentChoices): string[] {
  const { language } = choices;
  if (approvedOn === undefined) return [];
  const date = writeDate(approvedOn, language);
  return approvedBy === undefined
    ? [say(language, 'clause-report.approved', { date })]
    : [say(language, 'clause-report.approved.by', { date, by: nameOf(approvedBy, choices) })];
}

function writeReview({ reviewOn, state }: DocumentListed, language: string): string[] {
  if (reviewOn === undefined) return [];
  const key = state === 'past-review' ? 'clause-report.review.past' : 'document.review';
  return [say(language, key, { date: writeDate(reviewOn, language) })];
}
