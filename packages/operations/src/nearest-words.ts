import { editDistance } from '@concord/catalog';

// No name of ours is as long; what is longer is no slip of the hand and only costs time.
const longest = 60;

/**
 * The known words closest to a mistyped one, best first: none where more than a quarter of it would have to change,
 * then those that begin with it. For “Did you mean …?”
 */
export function nearestWords(mistyped: string, known: readonly string[], atMost = 3): readonly string[] {
  const typed = mistyped.trim().toLowerCase().slice(0, longest);
  if (typed === '') return [];
  const farthest = Math.max(1, typed.length / 4);
  const near = known
    .map((word) => ({ word, away: editDistance(typed, word.toLowerCase()) }))
    .filter(({ away }) => away <= farthest)
    .sort((a, b) => a.away - b.away);
  const best = near[0]?.away ?? 0;
  const close = near.filter(({ away }) => away <= best + 0.5).map(({ word }) => word);
  const found = close.length > 0 ? close : known.filter((word) => word.toLowerCase().startsWith(typed));
  return found.slice(0, atMost);
}
