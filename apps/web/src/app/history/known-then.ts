import { useLateAnswer } from '../answers/use-answer.ts';
import { usePlace } from '../place/place.tsx';
import type { useWhen } from '../place/when.ts';

/** What the ledger of the looked-at day knew at its end. */
export interface KnownThen {
  /** Position of its last entry by the end of that day; 0 where the ledger had not begun. Undefined until it is known. */
  readonly position: number | undefined;
  /** The day on which the ledger begins; undefined until it is known. */
  readonly begins: string | undefined;
  /** That day is over, so that what was known at its end will not change any more. */
  readonly isOver: boolean;
  /** It is being asked for the first time. */
  readonly isAsked: boolean;
}

/** Of a day; of none, nothing is asked. */
export function useKnownThen(day: string | undefined): KnownThen {
  const { today } = usePlace();
  const isOver = day !== undefined && day < today;
  const { data, isPlaceholderData, isError } = useLateAnswer('position', { day }, { enabled: isOver });
  const known = isOver && !isPlaceholderData ? data : undefined;
  const isAsked = isOver && known === undefined && !isError;
  return { position: known?.position, begins: known?.begins, isOver, isAsked };
}

/** How what is looked at is known: as it was at the end of that day, with what is known today, or as at some entry. */
export type Knowledge = 'then' | 'now' | 'entry';

/** By the address and the position at the end of the day; as it was then, where nothing is looked at yet. */
export function knowledgeIn(
  { on, knownAt }: ReturnType<typeof useWhen>,
  atItsEnd: number | undefined,
): Knowledge {
  if (knownAt === undefined) return on === undefined ? 'then' : 'now';
  return on !== undefined && knownAt === atItsEnd ? 'then' : 'entry';
}
