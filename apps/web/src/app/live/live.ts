import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { refresh } from '../answers/query-client.ts';
import { send } from '../client/index.ts';
import { setConnection } from '../deeds/connection.ts';
import { flushKept } from '../deeds/kept.ts';
import { languageNow } from '../words/language.ts';

const everyMs = 3000;

/**
 * Where the ledger of an organisation ends, asked every few seconds: when it has moved, somebody changed something and
 * what is on screen is asked again. It also notices when the server is gone and when it is back.
 */
export function useLivePosition(organisation: string): number | undefined {
  const { data, isError, isSuccess, dataUpdatedAt } = useQuery({
    queryKey: ['position', organisation],
    queryFn: async ({ signal }) => {
      const response = await send('position', {}, { organisation, language: languageNow(), signal });
      return (await response.json()) as { position: number };
    },
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
    staleTime: 0,
    retry: false,
  });
  const seen = useRef<number | undefined>(undefined);
  const position = data?.position;
  useEffect(() => {
    if (seen.current !== undefined && position !== undefined && position !== seen.current)
      void refresh(organisation);
    seen.current = position;
  }, [organisation, position]);
  useEffect(() => {
    setConnection(isError ? 'gone' : 'there');
    if (isSuccess && !isError && dataUpdatedAt > 0) void flushKept(organisation);
  }, [isError, isSuccess, dataUpdatedAt, organisation]);
  return position;
}
