import type { AnswerOf, InputOf } from '@concord/operations/client';

export type Piece = AnswerOf<'evidence list'>['rows'][number];

/** What the list is narrowed by, each a member of the address. */
export const filterNames = ['control', 'freshness', 'outcome', 'source', 'by'] as const;
export type FilterName = (typeof filterNames)[number];

export const freshnesses = ['fresh', 'due', 'stale', 'failed', 'neutral', 'replaced', 'undated'] as const;
export const outcomes = ['works', 'fails', 'neutral'] as const;
export const sources = ['upload', 'link', 'record'] as const;

export type Filters = Readonly<Partial<Record<FilterName | 'text', string>>>;
type Search = Readonly<Record<string, string | undefined>>;

const known: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  freshness: freshnesses,
  outcome: outcomes,
  source: sources,
};

/** Characters of a filter that takes any text; what is longer is passed over. */
export const longest = 200;

/** Filters of the address, whatever else it says; what no filter can be is passed over, for people type addresses. */
export function filtersIn(search: Search): Filters {
  const text = textIn(search.text);
  const named = filterNames.flatMap((name) => {
    const value = search[name] ?? '';
    const isWrong = value === '' || value.length > longest || known[name]?.includes(value) === false;
    return isWrong ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(named), ...(text === '' ? {} : { text }) };
}

function textIn(typed = ''): string {
  return typed.length > longest ? '' : typed.trim();
}

type Wanted = Omit<InputOf<'evidence list'>, 'offset' | 'limit' | 'on' | 'knownAt'>;

/** What the server itself narrows by. */
export function wantedIn({ control, freshness, outcome }: Filters): Wanted {
  return {
    ...(control === undefined ? {} : { control }),
    ...(freshness === undefined ? {} : { freshness: freshness as NonNullable<Wanted['freshness']> }),
    ...(outcome === undefined ? {} : { outcome: outcome as NonNullable<Wanted['outcome']> }),
  };
}

/** Whether something is left to narrow by here, once the server has answered. */
export function narrowsHere({ text, source, by }: Filters): boolean {
  return text !== undefined || source !== undefined || by !== undefined;
}

/** Whether a piece is what the words, the source and the sender ask for. Every word has to occur somewhere. */
export function isWanted(piece: Piece, { text, source, by }: Filters): boolean {
  if (source !== undefined && piece.kind !== source) return false;
  if (by !== undefined && piece.by !== by) return false;
  if (text === undefined) return true;
  const said = [piece.title, piece.link, piece.file?.name, piece.record, ...piece.codes]
    .join('\n')
    .toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** The change of an address that leaves every filter, and the words. */
export const withoutFilters: Search = Object.fromEntries(
  ['text', ...filterNames].map((name) => [name, undefined]),
);
