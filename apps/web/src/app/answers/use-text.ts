import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { routeNamed, send } from '../client/index.ts';
import { useMaybePlace } from '../place/place.tsx';
import { useWhen } from '../place/when.ts';
import { useLanguage } from '../words/use-words.ts';

/** What a row answers as text, such as a document set as HTML; the last one stays while the next is on its way. */
export function useLateText(
  name: string,
  input: Readonly<Record<string, unknown>>,
  { enabled = true }: { enabled?: boolean } = {},
) {
  const organisation = useMaybePlace()?.organisation ?? '';
  const language = useLanguage();
  const when = useWhen();
  const { isTimed, speaks } = routeNamed(name);
  const full = { ...(isTimed ? when : {}), ...(speaks ? { language } : {}), ...input };
  return useQuery({
    queryKey: ['answer', organisation, name, full, 'as text'],
    queryFn: async ({ signal }) => {
      const response = await send(name, full, { organisation, language, signal });
      return response.text();
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}
