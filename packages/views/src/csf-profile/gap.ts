import type { Profile } from '@concord/programme';
import type { State } from '../calculus/index.ts';
import type { CoverageRow } from '../coverage/row.ts';
import type { Said } from './said.ts';
import { spanOf } from './scoring.ts';

/** What is lacking of what a wanted outcome rests on. */
export type Missing = 'claim' | 'policy' | 'practice' | 'evidence';

/** How far a wanted outcome is from what is wanted of it (methods 4.2; our own computation). */
export interface Gap {
  /** The result is not met; or it is scored below what is wanted. */
  readonly by: readonly ('result' | 'score')[];
  /** Of the whole way, 0 to 1: on the profile's scale where both ends are scored, else by the result. */
  readonly size: number;
  /** On the profile's scale: target less current; absent while either is not assessed. */
  readonly levels?: number | undefined;
  readonly missing: readonly Missing[];
}

/** A gap is where an outcome is wanted, included, and not reached. */
export function gapOf(
  row: CoverageRow,
  said: Said,
  { profile, included }: { profile: Profile | undefined; included: boolean },
): Gap | undefined {
  if (!said.target?.wanted || !included) return undefined;
  const levels = levelsShort(said);
  const short = levels !== undefined && levels > 0;
  const open = row.mark !== 'met';
  if (!open && !short) return undefined;
  const span = profile?.scale ? spanOf(profile.scale) : 0;
  return {
    by: [...(open ? (['result'] as const) : []), ...(short ? (['score'] as const) : [])],
    size: short && span > 0 ? levels / span : shareOpen(row.state),
    ...(levels === undefined ? {} : { levels }),
    missing: open ? missingOf(row, said) : [],
  };
}

function levelsShort({ target, score }: Said): number | undefined {
  return target?.score === undefined || !score ? undefined : target.score - score.value.value;
}

/** Half where a part is known to be there; the whole where not even that is known. */
function shareOpen(states: readonly State[]): number {
  return states.length > 0 && !states.includes('N') ? 0.5 : 1;
}

function missingOf(row: CoverageRow, { status }: Said): Missing[] {
  const { controls, evidence, claims, implementation, kind } = row;
  const laidDown =
    (status?.value.policies ?? '') !== '' || controls.some(({ control }) => control.statement !== '');
  const counts = evidence.fresh + evidence.due > 0 && kind !== 'unknown' && kind !== 'stale';
  // What others of its controls show does not stand for one whose evidence lapsed or shows that it fails.
  const shown = counts && evidence.stale + evidence.failed === 0;
  return [
    ...(claims.confirmed === 0 ? (['claim'] as const) : []),
    ...(laidDown ? [] : (['policy'] as const)),
    ...(implementation === 'yes' ? [] : (['practice'] as const)),
    ...(shown ? [] : (['evidence'] as const)),
  ];
}
