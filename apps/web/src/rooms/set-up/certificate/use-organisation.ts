import { useCallback } from 'react';
import { Unreachable, useDeed } from '../../../app/index.ts';
import type { Started } from './use-start.ts';

/**
 * The organisation with ISO/IEC 27001 adopted: what is taken in is of it. It is created when it is needed first, and
 * never twice; answers its id. Throws when it was refused, or could not be reached.
 */
export function useOrganisation({ start, set }: Started): () => Promise<string> {
  const create = useDeed('organisations create');
  const adopt = useDeed('frameworks adopt');
  return useCallback(async () => {
    if (start.organisation !== undefined) return start.organisation;
    const input = { name: start.name.trim(), zone: start.zone };
    const { told } = await create({ input, key: `${start.id}-create` });
    if (!told) throw new Unreachable();
    const { organisation } = told;
    await adopt({ input: { framework: 'iso27001-2022' }, organisation, key: `${start.id}-iso` });
    set({ organisation });
    return organisation;
  }, [start, set, create, adopt]);
}
