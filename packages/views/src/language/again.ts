import { frameworks, languages, requirementOf, say, titleIn } from '@concord/catalog';
import { dateIn, isDate } from './date.ts';

/** Words for how something stands: a view that was kept holds them in the language in which it was handed out. */
const states = [
  'met-by-claim',
  'met-as-assessed',
  'met-inferred',
  'gap-by-claim',
  'gap-as-assessed',
  'gap-inferred',
  'partly',
  'partly-as-assessed',
  'at-least-partly',
  'not-fully',
  'all-or-nothing',
  'unclaimed',
  'unknown',
  'unknown-failed',
  'stale',
  'stale-in-part',
  'conflict',
  'excluded',
].map((name) => `word.${name}`);

/** How something stands, said again in a language; as it was said where those are no words of ours. */
export function stateAgain(said: string, language: string): string {
  for (const spoken of languages)
    for (const key of states) {
      const filling = fillingOf(said, spoken, key);
      if (filling === undefined) continue;
      return say(language, key, { since: dayAgain(filling, { spoken, language }), from: filling });
    }
  return said;
}

const hole = '\u0000';

/** What fills the one hole of a text, '' where it has none; undefined where it is another text. */
function fillingOf(said: string, language: string, key: string): string | undefined {
  const [before = '', after] = say(language, key, { since: hole, from: hole }).split(hole);
  if (after === undefined) return said === before ? '' : undefined;
  const fits = said.startsWith(before) && said.endsWith(after) && said.length > before.length + after.length;
  return fits ? said.slice(before.length, said.length - after.length) : undefined;
}

/** A day as it was written in a language, or as `YYYY-MM-DD`, written in another. */
function dayAgain(written: string, { spoken, language }: { spoken: string; language: string }): string {
  const isoDay = /^\d{4}-\d\d-\d\d$/.exec(written)?.[0];
  if (isoDay !== undefined) return dateIn(isoDay, language);
  const [, day = '', year = ''] = /^(\d{1,2})\D.* (\d{4})$/.exec(written) ?? [];
  const found = Array.from(
    { length: 12 },
    (_, at) => `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  ).find((each) => isDate(each) && dateIn(each, spoken) === written);
  return found === undefined ? written : dateIn(found, language);
}

/** A title that we ship, in a language; what an organisation wrote or imported stays. */
export function titleAgain(requirement: string, said: string, language: string): string {
  for (const shipped of frameworks()) {
    const own = requirementOf(shipped, requirement)?.title;
    if (own === undefined) continue;
    const titled = { framework: shipped.id, requirement };
    if (languages.some((each) => titleIn(each, titled, own) === said)) return titleIn(language, titled, own);
  }
  return said;
}

/** The day until when stands at the end of an action, after what a person typed. */
export function dueAgain(action: string, language: string): string {
  return action.replace(/\d{4}-\d\d-\d\d(?=\)$)/, (date) => dateIn(date, language));
}
