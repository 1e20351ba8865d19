import { say } from '@concord/catalog';

/** One difference between two statements, as a line of a change list. */
export interface Change {
  /** Id of the requirement, code of a further control, or `statement` for what is said of the whole. */
  readonly row: string;
  /** What differs, e.g. `implementation`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
}

/** A change without its row: several of one row are one sentence. */
export type Clause = Omit<Change, 'row' | 'sentence'> & { readonly words: string };

export function changeOf(row: string, { words, ...clause }: Clause): Change {
  return { row, ...clause, sentence: say('en', 'change.sentence', { row, words }) };
}

/** `before → after`; nothing where they are the same. */
export function valueClause(what: string, before: string, after: string): Clause[] {
  if (before === after) return [];
  const none = say('en', 'change.none');
  const words = say('en', `change.${what}`, { before: before || none, after: after || none });
  return [{ what, before, after, words }];
}

/** What came to a list and what went from it; nothing where it holds the same, in whatever order. */
export function listClause(what: string, before: readonly string[], after: readonly string[]): Clause[] {
  const came = [...new Set(after)].filter((each) => !before.includes(each));
  const went = [...new Set(before)].filter((each) => !after.includes(each));
  if (came.length + went.length === 0) return [];
  const words = [
    ...came.map((each) => say('en', `change.${what}.came`, { each })),
    ...went.map((each) => say('en', `change.${what}.went`, { each })),
  ];
  return [{ what, before: before.join('; '), after: after.join('; '), words: words.join('; ') }];
}

/** A change list read aloud: what changed of one row is one sentence. */
export function sentencesOf(changed: readonly { row: string; clauses: readonly Clause[] }[]): string[] {
  return changed.map(({ row, clauses }) => {
    const words = clauses.map((clause) => clause.words).join('; ');
    return say('en', 'change.sentence', { row, words });
  });
}
