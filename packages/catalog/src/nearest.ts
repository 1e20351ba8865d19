import type { Framework } from './framework.ts';

const FARTHEST = 2;
// Swapped digits are the likelier slip: A.5.51 means A.5.15 rather than A.5.5.
const SWAP = 0.5;
// No id is as long; what is longer is not a mistyped id and only costs time.
const LONGEST = 40;
const KIND = /^(art(icle)?|annex|clause|control|section)\b[.\s]*/i;

/** Case and punctuation apart: people write 21.2.a for 21(2)(a) and A5.15 for A.5.15. */
function bare(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Optimal string alignment: insertions, deletions, substitutions cost one, a swap of two neighbours half. */
export function editDistance(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      const step = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      row.push(swapped ? Math.min(step, rows[i - 2]![j - 2]! + SWAP) : step);
    }
    rows.push(row);
  }
  return rows[left.length]![right.length]!;
}

function distance(mistyped: string, id: string): number {
  const typed = mistyped.toLowerCase();
  const spelt = editDistance(typed, id.toLowerCase());
  const stripped = editDistance(bare(typed), bare(id)) + 0.25;
  const withoutPrefix = id.toLowerCase().endsWith(`.${typed}`) ? 0.5 : FARTHEST + 1;
  return Math.min(spelt, stripped, withoutPrefix);
}

/**
 * The requirement ids closest to a mistyped one, best first: at most `atMost`, none farther than two edits or
 * half an edit behind the best, and none where half of what was typed would have to change, of more than three letters a third.
 * For "Did you mean A.5.15?"
 */
export function nearestRequirements(edition: Framework, mistyped: string, atMost = 3): readonly string[] {
  const typed = mistyped.trim().slice(0, LONGEST).replace(KIND, '');
  const { length } = bare(typed);
  const farthest = Math.min(FARTHEST, length / 2, Math.max(1, length / 3));
  const near = edition.requirements
    .map(({ id, assessable }) => ({ id, away: distance(typed, id), rank: assessable ? 0 : 1 }))
    .filter(({ away }) => away <= farthest)
    .sort((a, b) => a.away - b.away || a.rank - b.rank);
  const best = near[0]?.away ?? 0;
  return near
    .filter(({ away }) => away <= best + 0.5)
    .slice(0, atMost)
    .map(({ id }) => id);
}
