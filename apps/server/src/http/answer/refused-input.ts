import { say } from '@concord/catalog';
import { type Refusal, refuse } from '@concord/programme';
import type { z } from 'zod';
import { inWords, wordsFor } from './input-words.ts';
import { languageSpoken } from './language.ts';

type Issue = z.core.$ZodIssue;

const mostTold = 20;

/** What is wrong with an input, all of it in a sentence in the language of the request; its place is the first one's. */
export function refuseInput(schema: z.ZodType, sent: unknown): { refusal: Refusal } {
  const language = languageSpoken();
  const { error } = schema.safeParse(sent, { error: wordsFor(language) });
  const faults = firstOfEach(error?.issues ?? [])
    .slice(0, mostTold)
    .map((issue) => ({ at: pathOf(issue), fault: inWords(issue, language) }));
  const all = faults.map(({ at, fault }) => `${at || say(language, 'input.whole')}: ${fault}`);
  const at = faults[0]?.at ?? '';
  const { refusal } = refuse('invalid', 'input.malformed', { problem: `${all.join('. ')}.`, at });
  const errors = faults.map((each) => ({ at: each.at, code: 'input.fault', params: { fault: each.fault } }));
  return { refusal: { ...refusal, errors } };
}

/** What is wrong with one member is told once: an empty name has nothing to see either, and is no name. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  return [...new Map([...issues].reverse().map((issue) => [pathOf(issue), issue])).values()].reverse();
}

/** Written as the places in a refusal are: `actions[3].due`. */
function pathOf(issue: Issue | undefined): string {
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const steps = [...(issue?.path ?? []), ...unknown];
  const place = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return place.replace(/^\./, '');
}
