import type { Problem, Told } from '@concord/operations/client';
import { formatIn } from '../../words/format.ts';
import { languageNow, sayNow } from '../../words/language.ts';
import type { Settled } from './settle.ts';

/** Members of a record in words, one after the other. */
function fieldsNow(members: readonly string[]): string {
  const words = members.map((member) => sayNow(`field.${member}`, { defaultValue: sayNow('held.some') }));
  return formatIn(languageNow()).and([...new Set(words)]);
}

function whoNow(who: readonly string[]): string {
  return formatIn(languageNow()).and(who) || sayNow('conflict.somebody');
}

/** A refusal that the record has moved on, with its fields in the words of the app. */
export function saidMovedOn(problem: Problem): Problem {
  const fields = fieldsNow(problem.changedFields?.filter((member) => member !== 'effective') ?? []);
  return { ...problem, detail: sayNow('conflict.later', { who: whoNow(problem.changedBy ?? []), fields }) };
}

/** What is told of a change that was merged with somebody else's: what of theirs stands beside it. */
export function saidBeside(told: Told, { beside, who }: Settled): Told {
  if (beside.length === 0) return told;
  const says = sayNow('conflict.beside', { who: whoNow(who), fields: fieldsNow(beside) });
  return { ...told, notices: [...(told.notices ?? []), says] };
}
