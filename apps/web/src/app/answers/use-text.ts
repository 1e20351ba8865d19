import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { routeNamed, send } from '../client/index.ts';
import { useMaybePlace } from '../place/place.tsx';
import { useWhen } from '../place/when.ts';
import { useLanguage } from '../words/use-words.ts';
import { bodyQuestion } from './body-question.ts';

type Input = Readonly<Record<string, unknown>>;

/** What a row answers as text, such as a document set as HTML; the last one stays while the next is on its way. */
export function useLateText(name: string, input: Input, { enabled = true }: { enabled?: boolean } = {}) {
  const { asked, fetchIt } = useBodyAsked(name, input);
  return useQuery({
    ...bodyQuestion({ ...asked, as: 'text' }, async (signal) => (await fetchIt(signal)).text()),
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** What a row answers as bytes, such as the pages of a report; nothing of another question stands in for it. */
export function useLateBytes(name: string, input: Input) {
  const { asked, fetchIt } = useBodyAsked(name, input);
  return useQuery(bodyQuestion({ ...asked, as: 'bytes' }, async (signal) => (await fetchIt(signal)).blob()));
}

/** Day, position and language are added where the row takes them and the input does not say them. */
function useBodyAsked(name: string, said: Input) {
  const organisation = useMaybePlace()?.organisation ?? '';
  const language = useLanguage();
  const when = useWhen();
  const { isTimed, speaks } = routeNamed(name);
  const input = { ...(isTimed ? when : {}), ...(speaks ? { language } : {}), ...said };
  return {
    asked: { organisation, name, input },
    fetchIt: (signal: AbortSignal) => send(name, input, { organisation, language, signal }),
  };
}
