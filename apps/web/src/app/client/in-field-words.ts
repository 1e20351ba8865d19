import type { Problem } from '@concord/operations/client';
import { sayNow } from '../words/language.ts';

/** What is wrong with an input, member by member, under the labels that its fields have here. */
export function inFieldWords(problem: Problem): Problem {
  if (problem.code !== 'input.malformed' || !problem.errors?.length) return problem;
  const { errors, ...rest } = problem;
  const told = errors.map(({ at, detail: fault }) =>
    at === '' ? fault : sayNow('field-fault', { field: labelOf(at), fault }),
  );
  return { ...rest, detail: told.join(' ') };
}

/** The last name of a place such as `actions[3].due`; the place itself where no field has a label. */
function labelOf(at: string): string {
  const member = at.match(/[A-Za-z]+(?=(?:\[\d+\])*$)/)?.[0] ?? at;
  const label = sayNow(`field.${member}`, { defaultValue: at });
  return label.charAt(0).toLocaleUpperCase() + label.slice(1);
}
