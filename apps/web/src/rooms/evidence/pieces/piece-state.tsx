import { type ReactNode, useCallback } from 'react';
import { useWords } from '../../../app/index.ts';
import { type FreshnessCode, freshnessLooks, useStateWords } from '../../../states/index.ts';
import { StateWord, Tag } from '../../../ui/index.ts';
import type { Piece } from './filters.ts';

const isDrawn = (freshness: string): freshness is FreshnessCode => freshness in freshnessLooks;

/** Draws how a piece stands: with the mark of its freshness, or in a word what else it is. */
export function usePieceState(): (piece: Pick<Piece, 'freshness'>) => ReactNode {
  const say = useWords('evidence');
  const stateWord = useStateWords();
  return useCallback(
    ({ freshness }) =>
      isDrawn(freshness) ? (
        <StateWord {...freshnessLooks[freshness]}>{stateWord(`freshness-${freshness}`)}</StateWord>
      ) : (
        <Tag>{say(`freshness.${freshness}`)}</Tag>
      ),
    [say, stateWord],
  );
}

/** The same where one piece is shown. */
export function PieceState({ piece }: { readonly piece: Pick<Piece, 'freshness'> }) {
  return usePieceState()(piece);
}
