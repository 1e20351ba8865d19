import { framework, phraseIn, say } from '@concord/catalog';
import type { Line } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';

/** A line that only explains the one above it. */
export function quietly(text: string): Line {
  return { text, quiet: true };
}

/** A date that a workbook can sort by. */
export function dated(date: string, language: string): Line {
  return { text: writeDate(date, language), date };
}

/** A number that a workbook can reckon with. */
export function numbered(number: number, language: string): Line {
  return { text: new Intl.NumberFormat(language).format(number), number };
}

export function nameOf(person: string, { people = {} }: DocumentChoices): string {
  return people[person] ?? person;
}

/** Our commands stand in backquotes; on paper they are quoted. */
export function writeMend(mend: string, language: string): string {
  return mend.replace(/`([^`]+)`/g, (_, text: string) => say(language, 'said.quoted', { text }));
}

/** What people call a framework, in a language; its id where we do not ship it. */
export function nameFramework(id: string, language: string): string {
  const shipped = framework(id);
  return shipped === undefined ? id : phraseIn(language, shipped.title);
}

/** Ids of frameworks before a requirement read as names on paper, each once in a list. */
export function nameFrameworks(text: string, language: string): string {
  let last = '';
  return text.replace(/(, )?([a-z][a-z0-9.-]+) (?=[A-Z\d])/g, (whole: string, comma = '', id: string) => {
    if (framework(id) === undefined) return whole;
    const again = comma !== '' && id === last;
    last = id;
    if (again) return ', ';
    return `${comma === '' ? '' : '; '}${nameFramework(id, language)} `;
  });
}

/** How fresh what shows a control is, and until or since when. */
export function writeFreshness(
  { freshness, freshUntil }: { freshness: string; freshUntil?: string | undefined },
  language: string,
): string {
  return freshUntil === undefined
    ? say(language, `document.fresh.${freshness}.undated`)
    : say(language, `document.fresh.${freshness}`, { date: writeDate(freshUntil, language) });
}

/** What is still to be done, by whom and until when; `hidden` are those this reader may not see. */
export function writeActions(
  actions: readonly { title: string; owner?: string | undefined; due?: string | undefined }[],
  hidden: number,
  choices: DocumentChoices,
): Line[] {
  const { language } = choices;
  return [
    ...actions.map(({ title, owner, due }) => {
      const until = due === undefined ? [] : [writeDate(due, language)];
      const told = [...(owner === undefined ? [] : [nameOf(owner, choices)]), ...until];
      const rest = told.length === 0 ? say(language, 'document.action.nobody') : told.join(', ');
      return quietly(say(language, 'document.action', { title, rest }));
    }),
    ...(hidden === 0 ? [] : [quietly(say(language, 'document.action.hidden', { count: hidden }))]),
  ];
}
