import { type Evolver, factType, on, type RecordedFact, refuse } from '../../foundation/index.ts';
import { type WayBack, wayBackOf } from '../../governance/index.ts';
import type { Controls, RequirementEnd, StatedRelation, WithControls } from '../state.ts';
import { relationChanged, relationStated, relationWithdrawn } from './relation.ts';
import { endsOf, hasSameEnds, keyOf, relationsOnRequirement, touchEnds } from './relation-end.ts';

/** Stated by a command that was undone: it is as if it had never been. */
export const relationRemoved = factType<object>('RelationRemoved', 1, []);

/**
 * One that was stated is gone; else it says what it said, confirmed by whom it was. A confirmation is not taken
 * back, and nothing that another relation contradicts by now comes back.
 */
export const relationWayBack: WayBack<WithControls> = wayBackOf<WithControls, StatedRelation>({
  types: [relationStated.type, relationChanged.type, relationWithdrawn.type],
  recordIn: ({ controls }, id) => controls.relations.get(id),
  called: ({ from, to }) => `${from.map(idOf).join(', ')} → ${idOf(to)}`,
  gone: (named) => relationRemoved.of(named, {}),
  restored: (named, members) => relationChanged.of(named, members),
  refuse({ controls }, earlier) {
    if (earlier.status === 'withdrawn') return undefined;
    const near = relationsOnRequirement(controls, keyOf(earlier.to));
    const twin = near.find((each) => each.id !== earlier.id && hasSameEnds(each, earlier));
    return twin && refuse('conflict', 'relation.exists', { relation: twin.id }).refusal;
  },
});

function idOf({ requirement }: RequirementEnd): string {
  return requirement;
}

export const removalEvolvers: readonly Evolver<Controls>[] = [
  on(relationRemoved, (state: Controls, { record: { id }, seq }: RecordedFact<object>) => {
    const relation = state.relations.get(id);
    if (!relation) return state;
    const relationsOn = state.relationsOn.withMutations((onEnds) => {
      for (const end of endsOf(relation)) onEnds.update(end, (ids) => ids?.filter((each) => each !== id));
    });
    return touchEnds({ ...state, relations: state.relations.delete(id), relationsOn }, { ...relation, seq });
  }),
];
