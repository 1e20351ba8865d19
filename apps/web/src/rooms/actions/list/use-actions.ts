import { useEffect } from 'react';
import { useAnswer, usePaged } from '../../../app/index.ts';
import type { Option } from '../../../ui/index.ts';
import type { ActionRow } from './wanted.ts';

interface Actions {
  /** Those that have come; all of them soon after the first. */
  readonly rows: readonly ActionRow[];
  /** undefined until the first answer. */
  readonly total: number | undefined;
  readonly hidden: number;
}

/** The whole list: it is sorted and narrowed here, so that every view shows the same ones. */
export function useActions(): Actions {
  const { total, rowAt, onRange, answer } = usePaged('actions list', {});
  useEffect(() => {
    if (total !== undefined && total > 0) onRange(0, total - 1);
  }, [total, onRange]);
  const rows = Array.from({ length: total ?? 0 }, (_, at) => rowAt(at)).filter((row) => row !== undefined);
  return { rows, total, hidden: answer?.hidden ?? 0 };
}

/** People of the organisation, to be chosen. */
export function usePeople(): readonly Option[] {
  const { people } = useAnswer('organisations show');
  return people.map(({ id, name }) => ({ id, label: name ?? id }));
}
