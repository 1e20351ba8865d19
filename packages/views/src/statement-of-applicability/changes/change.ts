import { type InLanguage, type Say, sayIn } from '../../language/say.ts';

/** One difference between two statements, as a line of a change list. */
export interface Change {
  /** Id of the requirement, code of a further control, or `statement` for what is said of the whole. */
  readonly row: string;
  /** What differs, e.g. `implementation`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Of a list: what came to it and what went from it. */
  readonly came?: readonly string[];
  readonly went?: readonly string[];
  readonly sentence: string;
}

/** A change without its row: several of one row are one sentence. `says` is the key of its words. */
export type Clause = Omit<Change, 'row' | 'sentence'> & { readonly says: string };

/** In which language a change list is read aloud. */
export interface Reading extends InLanguage {
  /** The two that are compared speak different languages: other words alone are no difference then. */
  readonly translated?: boolean | undefined;
}

/** The same, with people by their names. */
export interface ReadAloud extends Reading {
  readonly nameOf: (person: string) => string;
}

export function changeOf(row: string, { says, ...clause }: Clause, by: InLanguage): Change {
  const say = sayIn(by);
  const words = wordsOf({ says, ...clause }, say);
  return { row, ...clause, sentence: say('change.sentence', { row, words }) };
}

/** `before → after`; nothing where they are the same. */
export function valueClause(what: string, before: string, after: string): Clause[] {
  return before === after ? [] : [{ what, before, after, says: `change.${what}` }];
}

/** How something stands: its word, and what of that is in no language. */
export interface Stands {
  readonly word?: string | undefined;
  readonly kind?: unknown;
  readonly mark?: unknown;
  readonly state?: unknown;
}

/** The words for how something stands, before and after. */
export function stateClause(one: Stands, other: Stands, { translated }: Reading): Clause[] {
  return translated && standsAlike(one, other) ? [] : valueClause('state', one.word ?? '', other.word ?? '');
}

/** Nothing can be told where only words are known. */
function standsAlike(one: Stands, other: Stands): boolean {
  const [facts, others] = [one, other].map(({ kind, mark, state }) => JSON.stringify({ kind, mark, state }));
  return facts !== '{}' && facts === others;
}

/** What came to a list and what went from it; nothing where it holds the same, in whatever order. */
export function listClause(what: string, before: readonly string[], after: readonly string[]): Clause[] {
  const came = [...new Set(after)].filter((each) => !before.includes(each));
  const went = [...new Set(before)].filter((each) => !after.includes(each));
  if (came.length + went.length === 0) return [];
  const lists = { before: before.join('; '), after: after.join('; '), came, went };
  return [{ what, ...lists, says: `change.${what}` }];
}

function wordsOf({ says, before, after, came, went }: Clause, say: Say): string {
  if (came === undefined || went === undefined) {
    const none = say('change.none');
    return say(says, { before: before || none, after: after || none });
  }
  const words = [
    ...came.map((each) => say(`${says}.came`, { each })),
    ...went.map((each) => say(`${says}.went`, { each })),
  ];
  return words.join('; ');
}

/** A change list read aloud: what changed of one row is one sentence. */
export function sentencesOf(
  changed: readonly { row: string; clauses: readonly Clause[] }[],
  by: InLanguage,
): string[] {
  const say = sayIn(by);
  return changed.map(({ row, clauses }) => {
    const words = clauses.map((clause) => wordsOf(clause, say)).join('; ');
    return say('change.sentence', { row, words });
  });
}
