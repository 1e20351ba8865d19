import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

function library(): Story {
  const story = given('iso27001-2022').on('2026-06-01');
  for (const code of ['A-1', 'A-2', 'A-3']) story.done('controls add', { code, name: code });
  story.done('claims state', { controls: ['A-1'], framework: 'iso27001-2022', requirement: 'A.5.15' });
  return story;
}

const retired = ({ programme }: Story) =>
  Object.fromEntries(
    [...programme.controls.controls.values()].map(({ code, retiredOn }) => [code, retiredOn]),
  );
const reason = 'Bought in';

describe('given three controls', () => {
  it('when many are retired, then each has a fact of its own with the reason, in one batch', () => {
    const story = library();
    const asked = { controls: ['a-1', 'A-3', 'A-1'], reason, effective: '2026-05-01' };
    const decision = story.when('controls retire-many', asked);
    expect('facts' in decision && decision.facts.map(({ type, data }) => [type, data])).toEqual([
      ['ControlRetired', { reason, effective: '2026-05-01' }],
      ['ControlRetired', { reason, effective: '2026-05-01' }],
    ]);
    story.done('controls retire-many', { controls: ['a-1', 'A-3'], reason });
    expect(retired(story)).toEqual({ 'A-1': '2026-06-01', 'A-2': undefined, 'A-3': '2026-06-01' });
  });

  it('when some cannot be retired, then none is, and each is named', () => {
    const story = library();
    story.done('controls retire', { control: 'A-2', reason });
    const before = story.programme;
    const refusal = story.tried('controls retire-many', { controls: ['A-1', 'A-2', 'B-9'], reason });
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

  it('when one has changed since they were looked at, then none is retired', () => {
    const story = library();
    const { position } = story.programme;
    story.done('controls set', { control: 'A-2', name: 'another' });
    const asked = { controls: ['A-1', 'A-2'], reason, position };
    expect(story.tried('controls retire-many', asked)).toMatchObject({
      kind: 'stale',
      errors: [{ at: 'controls[1]', code: 'control.changed-since' }],
    });
    expect(retired(story)).toEqual({ 'A-1': undefined, 'A-2': undefined, 'A-3': undefined });
    story.done('controls retire-many', { ...asked, position: story.programme.position });
  });

  it('when they are to be retired from a day to come, or for no reason, then they are not', () => {
    const refused = { controls: ['A-1'], reason, effective: '2026-06-02' };
    expect(library().refusal('controls retire-many', refused)).toBe('refused date.future at effective');
    for (const wrong of [{}, { reason: ' ' }])
      expect(() => library().when('controls retire-many', { controls: ['A-1'], ...wrong })).toThrow();
  });
});

describe('given many that were retired', () => {
  it('when it is undone, then all are in use again as they were, and can be retired again', () => {
    const story = library();
    const before = story.programme.controls.controls;
    story.done('controls retire-many', { controls: ['A-1', 'A-2'], reason });
    story.done('undo', { entry: story.programme.position });
    const plain = ({
      retiredOn,
      restores: _restores,
      seq: _seq,
      ...rest
    }: object & { [key: string]: unknown }) => ({ ...rest, isRetired: retiredOn !== undefined });
    const shown = (controls: typeof before) => [...controls.values()].map((each) => plain({ ...each }));
    expect(shown(story.programme.controls.controls)).toEqual(shown(before));
    story.done('controls set', { control: 'A-1', name: 'Changed' });
    story.done('controls retire', { control: 'A-2', reason });
  });

  it('when what was done before is undone after that, then it counts as not changed since', () => {
    const story = library();
    story.done('controls set', { control: 'A-1', name: 'Changed' });
    const entry = story.programme.position;
    story.done('controls retire-many', { controls: ['A-1', 'A-2'], reason });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.changed-since');
    story.done('undo', { entry: story.programme.position });
    story.done('undo', { entry });
    expect([...story.programme.controls.controls.values()][0]?.name).toBe('A-1');
  });

  it('when one alone was retired, then that can be undone too', () => {
    const story = library();
    story.done('controls retire', { control: 'A-1', reason });
    story.done('undo', { entry: story.programme.position });
    expect(retired(story)['A-1']).toBeUndefined();
  });
});
