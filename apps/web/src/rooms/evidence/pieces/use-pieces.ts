import { useEffect, useMemo } from 'react';
import { type Paged, usePaged } from '../../../app/index.ts';
import { type Filters, isWanted, narrowsHere, type Piece, wantedIn } from './filters.ts';

export interface Pieces extends Pick<Paged<'evidence list'>, 'total' | 'rowAt' | 'isOld' | 'refused'> {
  /** Absent where all of them are read anyway. */
  readonly onRange?: Paged<'evidence list'>['onRange'];
}

/**
 * Pieces of evidence as the filters want them. By words, source and sender the list is narrowed here, for which all
 * pieces that the server finds are read.
 */
export function usePieces(filters: Filters): Pieces {
  const wanted = useMemo(() => wantedIn(filters), [filters]);
  const list = usePaged('evidence list', wanted);
  const { total, rowAt, onRange, refused } = list;
  const isNarrowed = narrowsHere(filters);
  useEffect(() => {
    if (isNarrowed && total) onRange(0, total - 1);
  }, [isNarrowed, total, onRange]);
  if (!isNarrowed) return list;
  const rows: Piece[] = [];
  let isWhole = total !== undefined;
  for (let at = 0; at < (total ?? 0); at += 1) {
    const row = rowAt(at);
    if (!row) isWhole = false;
    else if (isWanted(row, filters)) rows.push(row);
  }
  return {
    total: isWhole || rows.length > 0 ? rows.length : undefined,
    rowAt: (at) => rows[at],
    isOld: list.isOld || !isWhole,
    refused,
  };
}
