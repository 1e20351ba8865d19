import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask, usePlace } from '../../../app/index.ts';
import { type Command, type DatedCommand, daysIn, joined } from './batches.ts';

const atOnce = 1000;

/** All commands ever given, the latest first; undefined until they are read. Only what is new is asked for again. */
export function useCommands(): readonly DatedCommand[] | undefined {
  const { organisation, zone } = usePlace();
  const queryKey = ['answer', organisation, 'batches list', 'all'];
  const { data, error } = useQuery({
    queryKey,
    queryFn: async ({ client }) => {
      const known = client.getQueryData<readonly Command[]>(queryKey) ?? [];
      return joined(await commandsSince(organisation, known[0]?.first ?? 0), known);
    },
  });
  if (error && data === undefined) throw error;
  return useMemo(() => {
    const dayOf = daysIn(zone);
    return data?.map((command) => ({ ...command, day: dayOf(command.at) }));
  }, [data, zone]);
}

async function commandsSince(organisation: string, first: number): Promise<readonly Command[]> {
  const found: Command[] = [];
  for (;;) {
    const before = found.at(-1)?.first;
    const input = { limit: atOnce, ...(before === undefined ? {} : { before }) };
    const { rows } = await ask(organisation, 'batches list', input);
    found.push(...rows);
    const oldest = rows.at(-1);
    if (rows.length < atOnce || oldest === undefined || oldest.first <= first) return found;
  }
}
