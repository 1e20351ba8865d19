import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

function library(): Story {
  const story = given().on('2026-06-01');
  story.done('people add', { person: 'ben' });
  for (const code of ['A-1', 'A-2', 'A-3']) story.done('controls add', { code, name: code });
  return story;
}

const owners = ({ programme }: Story) => [...programme.controls.controls.values()].map(({ owner }) => owner);
const set = { owner: 'ben', implementation: 'operating', effective: '2026-05-01' };

describe('given three controls', () => {
  it('when many are changed, then each has a fact of its own, in one batch', () => {
    const story = library();
    const decision = story.when('controls change-many', { controls: ['a-1', 'A-3', 'A-1'], set });
    expect('facts' in decision && decision.facts.map(({ type, data }) => [type, data])).toEqual([
      ['ControlChanged', set],
      ['ControlChanged', set],
    ]);
    story.done('controls change-many', { controls: ['a-1', 'A-3'], set });
    expect(owners(story).sort()).toEqual(['ben', 'ben', undefined]);
  });

  it('when they are so already, then nothing is written', () => {
    const story = library();
    story.done('controls change-many', { controls: ['A-1'], set });
    expect(story.when('controls change-many', { controls: ['A-1'], set })).toEqual({ facts: [] });
  });

  it('when some cannot be changed, then none is, and each is named', () => {
    const story = library();
    story.done('controls retire', { control: 'A-2', reason: 'gone' });
    const before = story.programme;
    const refusal = story.tried('controls change-many', { controls: ['A-1', 'A-2', 'B-9'], set });
    expect(story.programme).toBe(before);
    expect(refusal).toMatchObject({
      kind: 'refused',
      code: 'control.many-faults',
      params: { count: 2, all: 3 },
    });
    expect(refusal?.errors?.map(({ at, code }) => [at, code])).toEqual([
      ['controls[1]', 'control.retired'],
      ['controls[2]', 'control.unknown'],
    ]);
  });

  it('when one has changed since they were looked at, then none is changed', () => {
    const story = library();
    const { position } = story.programme;
    story.done('controls set', { control: 'A-2', name: 'another' });
    const asked = { controls: ['A-1', 'A-2'], set, position };
    const refusal = story.tried('controls change-many', asked);
    expect(refusal).toMatchObject({
      kind: 'stale',
      errors: [{ at: 'controls[1]', code: 'control.changed-since' }],
    });
    expect(
      story.tried('controls change-many', { ...asked, position: story.programme.position }),
    ).toBeUndefined();
  });

  it.each([
    [{ owner: 'zoe' }, 'refused person.unknown at set.owner'],
    [{ effective: '2026-01-01' }, 'invalid control.effective-alone at set.effective'],
    [{ implementation: 'operating', effective: '2026-06-02' }, 'refused date.future at set.effective'],
  ])('when %j is to be set, then the member is named', (wrong, refused) => {
    expect(library().refusal('controls change-many', { controls: ['A-1', 'A-2'], set: wrong })).toBe(refused);
  });

  it('when nothing, a name or a code is to be set, then it is no such command', () => {
    for (const wrong of [{}, { name: 'x' }, { code: 'x' }])
      expect(() => library().when('controls change-many', { controls: ['A-1'], set: wrong })).toThrow();
  });
});
