import type { AnswerOf } from '@concord/operations/client';
import { useQuery } from '@tanstack/react-query';
import { ask, useLanguage, usePlace, useWhen } from '../../../app/index.ts';
import type { Piece } from '../pieces/filters.ts';

const atOnce = 1000;

/** One piece by its id. The server lists them, the latest first: it is read on until the piece is found; null for none. */
export function usePiece(id: string | undefined) {
  const { organisation } = usePlace();
  const language = useLanguage();
  const when = useWhen();
  return useQuery({
    queryKey: ['answer', organisation, 'evidence list', 'one', id, when, language],
    queryFn: async (): Promise<Piece | null> => {
      for (let offset = 0; ; offset += atOnce) {
        const wanted = { ...when, offset, limit: atOnce };
        const page: AnswerOf<'evidence list'> = await ask(organisation, 'evidence list', wanted);
        const found = page.rows.find((row) => row.id === id);
        if (found) return found;
        if (offset + atOnce >= page.total) return null;
      }
    },
    enabled: id !== undefined,
  });
}
