import type { Controls } from '../controls/index.ts';
import { pick } from './choose.ts';
import type { Deed } from './deeds.ts';
import type { Story } from './story.ts';

type Asked = [name: string, input: object] | undefined;
type Place = readonly [framework: string, requirement: string];

/** States how two or three of the places lie to each other, or does something to what was stated. */
export function relationDeed(story: Story, deed: Deed, places: readonly Place[]): Asked {
  const { what, one, other, more } = deed;
  if (what === 'relation-turn') return turnDeed(story, deed);
  const at = (place: number) => pick(places, place).join('/');
  const from = more % 4 === 0 ? [at(one), at(one + 1 + (more % 3))] : [at(one)];
  return [
    'relations state',
    {
      from,
      to: at(other),
      relation: pick(['EQ', 'SUP', 'EQ', 'SUB', 'INT', 'EQ', 'DIS'], more),
      rationaleKind: pick(['semantic', 'functional', 'semantic', 'syntactic'], one + more),
      confidence: pick(['high', 'medium', 'high', 'medium', 'low'], one),
      rationale: `secret rationale ${story.programme.position}.`,
    },
  ];
}

function turnDeed(story: Story, { one, other, more }: Deed): Asked {
  if (more % 5 === 0) return ['relations limit', { hops: other % 4 }];
  const standing = [...story.programme.controls.relations.values()].filter(
    ({ status }) => status !== 'withdrawn',
  );
  const id = standing.sort((a, b) => a.seq - b.seq)[one % Math.max(1, standing.length)]?.id;
  if (!id) return undefined;
  if (more % 3 === 0) return ['relations withdraw', { relationId: id, reason: 'secret' }];
  if (more % 3 === 1) return ['relations confirm', { relationId: id }];
  const relation = pick(['EQ', 'SUP', 'SUB', 'INT'], other);
  return ['relations change', { relationId: id, relation, rationaleKind: 'functional', confidence: 'high' }];
}

/** Most relations are confirmed as soon as they are stated or changed, for otherwise little would follow from them. */
export function confirmNewRelation(story: Story, before: Controls['relations']): void {
  const { relations } = story.programme.controls;
  const draft = relations.find((each, id) => each !== before.get(id) && each.status === 'draft');
  if (draft) story.tried('relations confirm', { relationId: draft.id });
}
