import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, useLanguage, usePlace } from '../../../app/index.ts';
import { type Command, type DatedCommand, daysIn } from './batches.ts';
import { commandsNow } from './known.ts';

/**
 * All commands ever given, the latest first; undefined until they are read. What was read is asked for again where it
 * may be called otherwise by now.
 */
export function useCommands(): readonly DatedCommand[] | undefined {
  const { organisation, zone } = usePlace();
  const language = useLanguage();
  const queryKey = ['answer', organisation, 'batches list', 'all', language];
  const { data, error } = useQuery({
    queryKey,
    queryFn: async ({ client }) => {
      const known = client.getQueryData<readonly Command[]>(queryKey) ?? [];
      return commandsNow(known, async (wanted) => {
        const { rows } = await ask(organisation, 'batches list', { ...wanted, language });
        return rows;
      });
    },
  });
  if (error && data === undefined) throw error;
  return useMemo(() => {
    const dayOf = daysIn(zone);
    return data?.map((command) => ({ ...command, day: dayOf(command.at) }));
  }, [data, zone]);
}
