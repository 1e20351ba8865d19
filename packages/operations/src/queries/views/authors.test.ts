import { given } from '@concord/programme/testing';
import { newMemory, seesAll } from '@concord/views';
import { describe, expect, it } from 'vitest';
import type { Asked, Query } from '../../query/query.ts';
import { rowNamed } from '../../rows.ts';

const iso = 'iso27001-2022';

function told() {
  const story = given(iso);
  story.done('controls add', { code: 'C-1', name: 'Name of C-1' });
  const claim = story.done('claims state', { controls: ['C-1'], framework: iso, requirement: 'A.5.15' });
  story.done('claims confirm', { claim });
  const judgement = { framework: iso, requirement: 'A.5.15', judgement: 'met', reasons: 'Looked' };
  story.done('requirements assess', judgement);
  const stated = { relation: 'EQ', rationaleKind: 'semantic', rationale: 'Alike' };
  const ends = { from: [`${iso}/A.5.15`], to: `${iso}/A.5.18` };
  return { story, relation: story.done('relations state', { ...stated, ...ends }) };
}

function ask({ story }: ReturnType<typeof told>, name: string, said: object) {
  const row = rowNamed(name)?.row as Query;
  const asked = {
    input: row.input.parse(said),
    programme: story.programme,
    organisation: 'example',
    on: story.today,
    head: '',
    reader: seesAll,
    memory: newMemory(),
    ports: {
      people: async (ids: readonly string[]) =>
        new Map(ids.map((id) => [id, { name: `Name of ${id}`, mail: '' }])),
      recordedAt: async (position: number) => `instant of ${position}`,
    },
  };
  return row.answer(asked as unknown as Asked<never>);
}

describe('who said what a result rests on', () => {
  it('is named beside the id, and of a claim when it was confirmed', async () => {
    const place = told();
    const why = await ask(place, 'why', { framework: iso, requirement: 'A.5.15' });
    const { by, confirmedBy, seq } = [...place.story.programme.controls.claims.values()][0]!;
    expect(why).toMatchObject({
      claims: [
        {
          by,
          byName: `Name of ${by}`,
          confirmedBy,
          confirmedByName: `Name of ${confirmedBy}`,
          at: `instant of ${seq}`,
        },
      ],
      assessments: [{ by, byName: `Name of ${by}` }],
      judgement: { byName: `Name of ${by}` },
      relations: [{ id: place.relation, by, byName: `Name of ${by}` }],
    });
  });

  it('is named of a relation too, once it is confirmed also by whom', async () => {
    const place = told();
    const shown = () => ask(place, 'relations show', { relationId: place.relation });
    expect(await shown()).toMatchObject({ byName: expect.stringMatching(/^Name of /) });
    expect(await shown()).not.toHaveProperty('confirmedByName');
    place.story.done('relations confirm', { relationId: place.relation });
    expect(await shown()).toMatchObject({ confirmedByName: expect.stringMatching(/^Name of /) });
  });

  it('is a refusal where there is nothing of the kind', async () => {
    expect(await ask(told(), 'relations show', { relationId: 'none' })).toMatchObject({
      refusal: { code: 'relation.unknown' },
    });
  });
});
