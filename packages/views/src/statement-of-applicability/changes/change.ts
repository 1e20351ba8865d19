import { hasWords } from '@concord/catalog';
import { dueAgain, stateAgain } from '../../language/again.ts';
import { type InLanguage, languageOf, listed, sayIn, withinSentence } from '../../language/say.ts';

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

/** A change without its row: several of one row are one sentence. */
export interface Clause extends Omit<Change, 'row' | 'sentence'> {
  /** Key of its words, where the name of what differs is not enough. */
  readonly says?: string;
  /** Of a list: all that it held, for `before` and `after`. */
  readonly held?: { readonly before: readonly string[]; readonly after: readonly string[] };
}

/** In which language a change list is read aloud. */
export interface Reading extends InLanguage {
  /** The two that are compared speak different languages: other words alone are no difference then. */
  readonly translated?: boolean | undefined;
}

/** The same, with people by their names. */
export interface ReadAloud extends Reading {
  readonly nameOf: (person: string) => string;
}

export function changeOf(row: string, clause: Clause, by: InLanguage): Change {
  const { says: _says, held, ...change } = clause;
  const say = sayIn(by);
  const lists = held && { before: listed(held.before, say), after: listed(held.after, say) };
  return { row, ...change, ...lists, sentence: sentenceOf({ row, clauses: [clause] }, by) };
}

/** `before → after`; nothing where they are the same. */
export function valueClause(what: string, before: string, after: string): Clause[] {
  return before === after ? [] : [{ what, before, after, ...keyOf(what) }];
}

/** Some have words of their own for a sentence; of the others the name says enough. */
function keyOf(what: string): Pick<Clause, 'says'> {
  const says = `change.${what}`;
  return hasWords(says) || hasWords(`${says}.came`) ? { says } : {};
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
  return [{ what, before: '', after: '', held: { before, after }, came, went, ...keyOf(what) }];
}

/** Members of which a value is one of a few words of ours, and not what a person typed. */
const coded: ReadonlySet<string> = new Set([
  'applicability',
  'implementation',
  'design',
  'freshness',
  'values',
  'necessity',
  'included',
  'in-use',
  'priority',
  'target',
  'target-priority',
  'shows',
]);

/** A code of ours in words, as they stand within a sentence; undefined for what a person typed. */
export function valueInWords(what: string, value: string, by: InLanguage): string | undefined {
  const key = `change.value.${value}`;
  return coded.has(what) && hasWords(key) ? sayIn(by)(key) : undefined;
}

/** What a view that was kept says in the words of its language, in those of the reader; what was typed stays. */
function again(what: string, value: string, by: InLanguage): string {
  if (what === 'state') return stateAgain(value, languageOf(by));
  return what === 'actions' ? dueAgain(value, languageOf(by)) : value;
}

function wordsOf({ what, says = 'change.named', before, after, came, went }: Clause, by: InLanguage): string {
  const say = sayIn(by);
  const label = says === 'change.named' ? withinSentence(say(`change.what.${what}`), by) : '';
  if (came === undefined || went === undefined) {
    const said = (value: string) =>
      value === '' ? say('change.none') : (valueInWords(what, value, by) ?? again(what, value, by));
    return say(says, { what: label, before: said(before), after: said(after) });
  }
  const words = [
    ...came.map((each) => say(`${says}.came`, { what: label, each: again(what, each, by) })),
    ...went.map((each) => say(`${says}.went`, { what: label, each: again(what, each, by) })),
  ];
  return listed(words, say);
}

/** A change list read aloud: what changed of one row is one sentence. */
export function sentencesOf(
  changed: readonly { row: string; clauses: readonly Clause[] }[],
  by: InLanguage,
): string[] {
  return changed.map((each) => sentenceOf(each, by));
}

function sentenceOf({ row, clauses }: { row: string; clauses: readonly Clause[] }, by: InLanguage): string {
  const say = sayIn(by);
  const key = `change.row.${row}`;
  const words = clauses.map((clause) => wordsOf(clause, by));
  return say('change.sentence', { row: wholes.has(row) ? say(key) : row, words: listed(words, say) });
}

/** Rows that are no requirement, control or piece, but what is said of all of it. */
const wholes: ReadonlySet<string> = new Set(['statement', 'whole']);
