import { type Params, say } from '@concord/catalog';
import { dateIn, isDate } from './date.ts';

/** What everything that answers in words is asked with. */
export interface InLanguage {
  /** BCP 47 tag of the language of the words; English when left out. What people typed stays as it is. */
  readonly language?: string | undefined;
}

/** The words for a key, in the one language that is spoken. */
export type Say = (key: string, params?: Params) => string;

export function languageOf({ language = 'en' }: InLanguage): string {
  return language;
}

/** A local date among what fills the words is written as people write it: in words nobody reads `YYYY-MM-DD`. */
export function sayIn({ language = 'en' }: InLanguage): Say {
  return (key, params) => say(language, key, params && withDates(params, language));
}

/** The same object where there is none: views say thousands. */
function withDates(params: Params, language: string): Params {
  if (!Object.values(params).some(isDate)) return params;
  const written = Object.entries(params).map(([hole, value]) => [
    hole,
    isDate(value) ? dateIn(value, language) : value,
  ]);
  return Object.fromEntries(written) as Params;
}

/** Clauses one after the other, as the language parts them. */
export function listed(clauses: readonly string[], say: Say): string {
  return clauses.join(say('said.between'));
}

/** Words that could begin a sentence, within one. German writes its nouns with a capital wherever they stand. */
export function withinSentence(words: string, { language = 'en' }: InLanguage): string {
  return language.startsWith('de') ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** A number as it is written out in a language, its thousands set apart. */
export function figureIn(value: number, { language = 'en' }: InLanguage): string {
  return value.toLocaleString(language);
}
