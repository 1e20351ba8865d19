import { useMemo } from 'react';
import { useAnswer, useLateAnswer, usePlace } from '../../../app/index.ts';
import type { Option } from '../../../ui/index.ts';

/** Who sent what, and where it counts, in words. */
export interface Names {
  /** People and programs that may have sent evidence. */
  readonly senders: readonly Option[];
  readonly scopes: readonly Option[];
  readonly sender: (id: string) => string;
  readonly scope: (id: string) => string;
}

export function useNames(): Names {
  const { people, scopes } = useAnswer('organisations show');
  const { permissions } = usePlace();
  const { data } = useLateAnswer(
    'collectors list',
    {},
    { enabled: permissions.includes('collectors.write') },
  );
  return useMemo(() => {
    const named = [...(data?.rows ?? []), ...people].map(({ id, name }) => ({ id, label: name || id }));
    const places = scopes.map(({ id, name }) => ({ id, label: name || id }));
    const from = (options: readonly Option[]) => {
      const labels = new Map(options.map(({ id, label }) => [id, label]));
      return (id: string) => labels.get(id) ?? id;
    };
    return { senders: named, scopes: places, sender: from(named), scope: from(places) };
  }, [people, scopes, data]);
}
