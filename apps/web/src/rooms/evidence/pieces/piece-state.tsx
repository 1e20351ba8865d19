import { useWords } from '../../../app/index.ts';
import { type FreshnessCode, FreshnessMark, freshnessLooks } from '../../../states/index.ts';
import { Tag } from '../../../ui/index.ts';
import type { Piece } from './filters.ts';

const isDrawn = (freshness: string): freshness is FreshnessCode => freshness in freshnessLooks;

/** How a piece stands: with the mark of its freshness, or in a word what else it is. */
export function PieceState({ piece: { freshness } }: { readonly piece: Pick<Piece, 'freshness'> }) {
  const say = useWords('evidence');
  if (isDrawn(freshness)) return <FreshnessMark freshness={freshness} />;
  return <Tag>{say(`freshness.${freshness}`)}</Tag>;
}
