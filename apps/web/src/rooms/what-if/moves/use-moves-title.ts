import { useWords } from '../../../app/index.ts';
import type { Change } from '../supposed/supposed.ts';
import { countTurns, turnedIn, type WhatIf } from './gains.ts';

/** The one sentence of the room: what would come of all that is supposed. */
export function useMovesTitle(found: WhatIf | undefined, changes: readonly Change[]): string {
  const say = useWords('what-if');
  if (changes.length === 0) return say('title');
  const on = changes.filter(({ isOff }) => !isOff).length;
  const supposed = say('changes', { count: on });
  if (!found || on === 0) return say('title-waiting', { changes: supposed });
  const { gained, lost } = countTurns(turnedIn(found.frameworks));
  if (gained > 0 && lost > 0)
    return say('title-both', { changes: supposed, count: gained, lost: say('lost-of', { count: lost }) });
  if (gained > 0) return say('title-gained', { changes: supposed, count: gained });
  if (lost > 0) return say('title-lost', { changes: supposed, count: lost });
  return say('title-none', { changes: supposed });
}
