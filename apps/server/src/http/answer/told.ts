import {
  commandLinesFor,
  crosswalk,
  framework,
  type Params,
  phraseIn,
  say,
  titleElsewhere,
} from '@concord/catalog';
import { isTyped, languageSpoken } from './language.ts';

/** The words of a refusal or notice for whoever asked; on the command line with the command that mends it. */
export function tellWords(key: string, params: Params = {}): string {
  const language = languageSpoken();
  const listed = withTitles(params, language);
  const words = say(language, key, written(isTyped() ? listed : named(listed, language), language));
  const lines = isTyped() ? commandLinesFor(key, params) : [];
  return lines.length === 0 ? words : `${words} (${lines.map((line) => `concord ${line}`).join('; ')})`;
}

/** Frameworks by their names: only who types commands writes their ids. One that we do not ship keeps its id. */
function named(params: Params, language: string): Params {
  const each = Object.entries(params).map(([name, value]) => [
    name,
    frameworkParams.has(name)
      ? String(value)
          .split(', ')
          .map((id) => titleOf(id, language))
          .join(', ')
      : value,
  ]);
  return Object.fromEntries(each);
}

const frameworkParams: ReadonlySet<string> = new Set(['framework', 'frameworks', 'wanted']);

function titleOf(id: string, language: string): string {
  const title = framework(id)?.title;
  return title === undefined ? (titleElsewhere(id) ?? id) : phraseIn(language, title);
}

/** Of what there is to choose from, frameworks and crosswalks by their titles too: it is their ids that are sent. */
function withTitles(params: Params, language: string): Params {
  const { known } = params;
  if (typeof known !== 'string') return params;
  const ids = known.split(', ');
  const told = ids.map((id) => {
    const title = (framework(id) ?? crosswalk(id))?.title;
    return title === undefined ? id : `${phraseIn(language, title)} (${id})`;
  });
  return told.every((each, at) => each === ids[at]) ? params : { ...params, known: told.join('; ') };
}

/** Numbers that count something; others are names, as of an entry, a position or a year. */
const quantities: ReadonlySet<string> = new Set(
  'count limit unlisted added changed unchanged stated confirmed pairs rows matched shipped imported assessable'.split(
    ' ',
  ),
);

/** Quantities as the language writes them. */
function written(params: Params, language: string): Params {
  const number = new Intl.NumberFormat(language);
  const each = Object.entries(params).map(([name, value]) => {
    const isQuantity = typeof value === 'number' && quantities.has(name);
    return [name, isQuantity ? number.format(value) : value];
  });
  return Object.fromEntries(each);
}
