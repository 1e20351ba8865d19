import { refuse } from '../../foundation/index.ts';
import { type WayBack, wayBackOf } from '../../governance/index.ts';
import type { StatedRelation, WithControls } from '../state.ts';
import { relationChanged, relationStated, relationWithdrawn } from './relation.ts';
import { hasSameEnds, keyOf, relationsOnRequirement } from './relation-end.ts';

/**
 * One that was stated is withdrawn; else it says what it said, confirmed by whom it was. A confirmation is not taken
 * back, and nothing that another relation contradicts by now comes back.
 */
export const relationWayBack: WayBack<WithControls> = wayBackOf<WithControls, StatedRelation>({
  types: [relationStated.type, relationChanged.type, relationWithdrawn.type],
  recordIn: ({ controls }, id) => controls.relations.get(id),
  gone: (named, { reason, today }) => relationWithdrawn.of(named, { withdrawnOn: today, reason }),
  restored: (named, members) => relationChanged.of(named, members),
  refuse({ controls }, earlier) {
    if (earlier.status === 'withdrawn') return undefined;
    const near = relationsOnRequirement(controls, keyOf(earlier.to));
    const twin = near.find((each) => each.id !== earlier.id && hasSameEnds(each, earlier));
    return twin && refuse('conflict', 'relation.exists', { relation: twin.id }).refusal;
  },
});
