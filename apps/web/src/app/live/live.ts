import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { refresh } from '../answers/query-client.ts';
import { isRefusal, send, Unreachable } from '../client/index.ts';
import { type Connection, setConnection } from '../deeds/connection.ts';
import { flushKept } from '../deeds/flush-kept.ts';
import { followLedger, hearPosition } from '../store/ledger-end.ts';
import { languageNow } from '../words/language.ts';

const everyMs = 3000;

/**
 * Where the ledger of an organisation ends, asked every few seconds: when it has moved, somebody changed something and
 * what is on screen is asked again. It also notices when the server is gone and when it is back.
 */
export function useLivePosition(organisation: string): number | undefined {
  const { data, error, isSuccess, dataUpdatedAt } = useQuery({
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
  useEffect(() => followLedger(organisation), [organisation]);
  useEffect(() => {
    if (position !== undefined) hearPosition(organisation, position);
  }, [organisation, position]);
  useEffect(() => {
    if (seen.current !== undefined && position !== undefined && position !== seen.current)
      void refresh(organisation);
    seen.current = position;
  }, [organisation, position]);
  useEffect(() => {
    setConnection(connectionAfter(error));
    if (isSuccess && !error && dataUpdatedAt > 0) void flushKept(organisation);
  }, [error, isSuccess, dataUpdatedAt, organisation]);
  useNewDay(organisation, dataUpdatedAt);
  return position;
}

function connectionAfter(error: Error | null): Connection {
  if (error instanceof Unreachable) return 'gone';
  return isRefusal(error, 'signed-in.missing') ? 'locked' : 'there';
}

/** What lapsed at midnight moves no ledger: on another day everything is asked again. */
function useNewDay(organisation: string, at: number): void {
  const day = new Date(at).toDateString();
  const seen = useRef(day);
  useEffect(() => {
    if (at > 0 && seen.current !== day) void refresh(organisation);
    seen.current = day;
  }, [organisation, day, at]);
}
