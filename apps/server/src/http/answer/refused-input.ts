import { say, sayAlike } from '@concord/catalog';
import { type Refusal, refuse } from '@concord/programme';
import type { z } from 'zod';
import { de, fr } from 'zod/v4/locales';
import { languageSpoken } from './language.ts';

type Issue = z.core.$ZodIssue;

const locales: Readonly<Record<string, { localeError: z.core.$ZodErrorMap }>> = { de: de(), fr: fr() };

const mostTold = 20;

/** What is wrong with an input, all of it in a sentence in the language of the request; its place is the first one's. */
export function refuseInput(
  schema: z.ZodType,
  sent: unknown,
  issues: readonly Issue[],
): { refusal: Refusal } {
  const language = languageSpoken();
  const translated = inLanguage(schema, sent, language) ?? issues;
  const all = issues.slice(0, mostTold).map((issue, at) => {
    const place = pathOf(issue) || say(language, 'input.whole');
    return `${place}: ${wordsOf(issue, translated[at] ?? issue, language)}`;
  });
  return refuse('invalid', 'input.malformed', { problem: `${all.join('. ')}.`, at: pathOf(issues[0]) });
}

/** The same issues in the same order, in the library's own words of that language. */
function inLanguage(schema: z.ZodType, sent: unknown, language: string): readonly Issue[] | undefined {
  const locale = locales[language];
  return locale && schema.safeParse(sent, { error: locale.localeError }).error?.issues;
}

/** Written as the places in a refusal are: `actions[3].due`. */
function pathOf(issue: Issue | undefined): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const steps = [...(issue?.path ?? []), ...unknown];
  const place = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return place.replace(/^\./, '');
}

/** Our schemas say in English what is wrong; what they leave to the library it says in every language. */
function wordsOf(issue: Issue, translated: Issue, language: string): string {
  if (issue.code === 'unrecognized_keys') return say(language, 'input.unknown-member');
  const words = issue.message
    .replace(/^Invalid (?:input: |option: (?=.*received undefined))/, '')
    .replace(/\.$/, '');
  if (/received undefined$/.test(words)) return say(language, 'input.missing');
  if (translated.message === issue.message) return sayAlike(language, 'input.', words);
  return issue.message.startsWith('Invalid input: ')
    ? translated.message.replace(/^[^:]*: /, '')
    : translated.message;
}
