import de from '../data/words/titles-de.json' with { type: 'json' };
import fr from '../data/words/titles-fr.json' with { type: 'json' };
import { type Framework, framework, type Requirement, requirementOf } from './framework.ts';
import { phraseIn } from './phrases.ts';

/** By language, `framework/requirement` → our translation of a title that we ship in English. */
const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, fr };

/** A requirement by the framework that it stands in. */
export interface Titled {
  readonly framework: string;
  readonly requirement: string;
}

/**
 * The title of a requirement in a language; its own where that language has none. Only a title that we ship is
 * translated: an edition that an organisation imported keeps the words it came with.
 */
export function titleIn(language: string, { framework: id, requirement }: Titled, own: string): string {
  const translated = TITLES[language]?.[`${id}/${requirement}`];
  if (translated === undefined) return own;
  const shipped = framework(id);
  return shipped && requirementOf(shipped, requirement)?.title === own ? translated : own;
}

const translated = new Map<string, WeakMap<Framework, Framework>>();

/**
 * An edition with its name, titles, deadlines and notes in a language: the same object each time, and the edition
 * itself where nothing differs.
 */
export function editionIn(language: string, edition: Framework): Framework {
  if (TITLES[language] === undefined) return edition;
  const editions = translated.get(language) ?? new WeakMap<Framework, Framework>();
  translated.set(language, editions);
  const known = editions.get(edition) ?? translate(language, edition);
  editions.set(edition, known);
  return known;
}

function translate(language: string, edition: Framework): Framework {
  const requirements = edition.requirements.map((each) =>
    saying(each, {
      title: titleIn(language, { framework: edition.id, requirement: each.id }, each.title),
      ...inPhrases(language, each),
    }),
  );
  return saying(edition, {
    title: phraseIn(language, edition.title),
    edition: phraseIn(language, edition.edition),
    requirements: requirements.every((each, at) => each === edition.requirements[at])
      ? edition.requirements
      : requirements,
  });
}

function inPhrases(language: string, { tags, beyondIso27001: beyond }: Requirement): Partial<Requirement> {
  const { deadline } = tags ?? {};
  return {
    ...(tags && deadline ? { tags: saying(tags, { deadline: phraseIn(language, deadline) }) } : {}),
    ...(beyond ? { beyondIso27001: saying(beyond, { note: phraseIn(language, beyond.note) }) } : {}),
  };
}

/** The same object where it says so already. */
function saying<T extends object>(own: T, said: Partial<T>): T {
  const members = Object.keys(said) as (keyof T)[];
  return members.every((member) => own[member] === said[member]) ? own : { ...own, ...said };
}
