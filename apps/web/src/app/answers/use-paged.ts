import type { AnswerOf, InputOf, QueryName } from '@concord/operations/client';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Refused } from '../client/index.ts';
import { ask, question, useAsking } from './use-answer.ts';

interface PageOf<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** Queries that answer a page of rows and how many there are in all. */
type PagedName = {
  [Name in QueryName]: 'offset' extends keyof InputOf<Name>
    ? AnswerOf<Name> extends PageOf<unknown>
      ? Name
      : never
    : never;
}[QueryName];

type PageAnswer<Name extends PagedName> = Extract<AnswerOf<Name>, PageOf<unknown>>;
type RowOf<Name extends PagedName> = PageAnswer<Name>['rows'][number];
type Wanted<Name extends PagedName> = Omit<InputOf<Name>, 'offset' | 'limit'>;

export interface Paged<Name extends PagedName> {
  /** How many there are; undefined until the first answer. */
  readonly total: number | undefined;
  readonly rowAt: (index: number) => RowOf<Name> | undefined;
  /** Says which rows are in sight, both ends included. */
  readonly onRange: (from: number, to: number) => void;
  /** One of the pages, for what else the answer says. */
  readonly answer: PageAnswer<Name> | undefined;
  /** What is shown answers the question before; the new answer is on its way. */
  readonly isOld: boolean;
  /** Why nothing is found: the list is narrowed by what is not there, or cannot be meant. */
  readonly refused: string | undefined;
}

const size = 100;
const mostAtOnce = 1000;

/**
 * A long list, fetched by the parts that are in sight. Until a new question is answered, the rows of the one before
 * stay. What it is narrowed by may stand in an address that is older than what is there now: that it is refused is told
 * in the list. Any other refusal is thrown to the boundary of the room.
 */
export function usePaged<Name extends PagedName>(name: Name, wanted: Wanted<Name>): Paged<Name> {
  const asking = useAsking();
  const [[first, last], setPages] = useState<readonly [number, number]>([0, 0]);
  const pages = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const answers = useQueries({
    queries: pages.map((page) => question(name, { ...wanted, offset: page * size, limit: size }, asking)),
  });
  const found = answers.map(({ data }) => data as PageAnswer<Name> | undefined);
  const failed = answers.find(({ isError, data }) => isError && data === undefined);
  const refused = failed && refusalOf(failed.error, wanted);
  if (failed && refused === undefined) throw failed.error;
  const now: Held<Name> = { first, found };
  const held = useHeld(now);
  const answer = held.found.find((page) => page !== undefined);
  const onRange = useCallback((from: number, to: number) => {
    const next = [Math.floor(from / size), Math.floor(to / size)] as const;
    setPages((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);
  if (refused !== undefined)
    return { total: 0, rowAt: () => undefined, onRange, answer: undefined, isOld: false, refused };
  return {
    refused,
    total: answer?.total,
    rowAt: (index) => held.found[Math.floor(index / size) - held.first]?.rows[index % size],
    onRange,
    answer,
    isOld: held !== now,
  };
}

function refusalOf(error: unknown, wanted: object): string | undefined {
  const { path = '', detail = '' } = error instanceof Refused ? error.problem : {};
  return path !== '' && path in wanted ? detail : undefined;
}

interface Held<Name extends PagedName> {
  readonly first: number;
  readonly found: readonly (PageAnswer<Name> | undefined)[];
}

/** What was found last, while nothing of the new question is answered. */
function useHeld<Name extends PagedName>(now: Held<Name>): Held<Name> {
  const kept = useRef<Held<Name> | undefined>(undefined);
  const isAnswered = now.found.some((page) => page !== undefined);
  useEffect(() => {
    if (isAnswered) kept.current = now;
  });
  return isAnswered ? now : (kept.current ?? now);
}

/** All rows of a list in their order, asked in large parts: for exports and for choosing everything. */
export async function askAllRows<Name extends PagedName>(
  organisation: string,
  name: Name,
  wanted: Wanted<Name>,
): Promise<readonly RowOf<Name>[]> {
  const rows: RowOf<Name>[] = [];
  for (;;) {
    const input = { ...wanted, offset: rows.length, limit: mostAtOnce } as unknown as InputOf<Name>;
    const page = (await ask(organisation, name, input)) as PageAnswer<Name>;
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}
