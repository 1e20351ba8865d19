import type { AnswerOf, InputOf, QueryName } from '@concord/operations/client';
import { keepPreviousData, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { isRefusal, Refused, routeNamed, send } from '../client/index.ts';
import { useMaybePlace } from '../place/place.tsx';
import { useWhen, type When } from '../place/when.ts';
import { type Language, languageNow } from '../words/language.ts';
import { useLanguage } from '../words/use-words.ts';

/** Whose programme is asked, when, and in which language. */
export interface Asking {
  readonly organisation: string;
  readonly language: Language;
  readonly when: When;
}

/**
 * A question to the server by the name of its row. Day, position and language are added where the row takes them and
 * the input does not say them.
 */
export function question<Name extends QueryName>(name: Name, input: object, asking: Asking) {
  const route = routeNamed(name);
  const full = {
    ...(route.isTimed ? asking.when : {}),
    ...(route.speaks ? { language: asking.language } : {}),
    ...input,
  };
  const { organisation, language } = asking;
  return queryOptions({
    queryKey: ['answer', route.address.includes('{organisation}') ? organisation : '', name, full, language],
    queryFn: async ({ signal }) => {
      const response = await send(name, full, { organisation, language, signal });
      return (await response.json()) as AnswerOf<Name>;
    },
  });
}

export function useAsking(): Asking {
  return { organisation: useMaybePlace()?.organisation ?? '', language: useLanguage(), when: useWhen() };
}

type Asked<Name extends QueryName> = [name: Name, input?: InputOf<Name> | Record<string, never>];

/**
 * The answer, suspending until it is there. A refusal is thrown to the boundary of the room; so is that there is no more
 * what was read before, for nobody may go on editing that.
 */
export function useAnswer<Name extends QueryName>(...[name, input = {}]: Asked<Name>): AnswerOf<Name> {
  const { data, error } = useSuspenseQuery(question(name, input, useAsking()));
  if (isNoMore(error)) throw new Refused({ ...error.problem, code: noMore });
  return data;
}

/** Of what was read before: it is there no more. */
export const noMore = 'page.no-more';

export function isNoMore(error: unknown): error is Refused {
  return isRefusal(error) && error.problem.status === 404;
}

/** The same without suspending, for what may come later or may be refused; the last answer stays meanwhile. */
export function useLateAnswer<Name extends QueryName>(
  name: Name,
  input: InputOf<Name> | Record<string, never> = {},
  { enabled = true }: { enabled?: boolean } = {},
) {
  return useQuery({
    ...question(name, input, useAsking()),
    enabled,
    placeholderData: keepPreviousData as never,
  });
}

/** Asks once, outside of what is drawn: for dialogs, previews and downloads. */
export async function ask<Name extends QueryName>(
  organisation: string,
  name: Name,
  input: InputOf<Name> | Record<string, never> = {},
): Promise<AnswerOf<Name>> {
  const response = await send(name, input, { organisation, language: languageNow() });
  return (await response.json()) as AnswerOf<Name>;
}
