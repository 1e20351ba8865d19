import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

const bare = (story: Story) =>
  story.programme.controls.controls
    .valueSeq()
    .map(({ seq: _seq, restores: _restored, implementation: _dated, ...control }) => control)
    .toArray()
    .sort((one, other) => (one.code < other.code ? -1 : 1));

function withControl(): { story: Story; control: string } {
  const story = given('iso27001-2022');
  const control = story.done('controls add', { code: 'AC-01', name: 'Reviews', frequency: 'annual' });
  return { story, control };
}

describe('undoing one command', () => {
  it('given a control was added, when that is undone, then it is gone and its code is free', () => {
    const { story } = withControl();
    story.done('undo', { entry: story.programme.position });
    expect(bare(story)).toEqual([]);
    expect(story.refusal('controls add', { code: 'ac-01', name: 'Another' })).toBe('');
  });

  it('given a control was changed, when that is undone, then every member is as before, those that were empty too', () => {
    const { story, control } = withControl();
    const before = bare(story);
    const change = {
      name: 'Other',
      code: 'AC-02',
      statement: 'x',
      frequency: null,
      implementation: 'operating',
    };
    story.done('controls set', { control, ...change });
    const changed = story.programme.position;
    story.on('2026-02-01').done('undo', { entry: changed });
    expect(bare(story)).toEqual(before);
    const { implementation } = story.programme.controls.controls.get(control)!;
    expect(implementation.at(-1)).toEqual({ from: '2026-01-01', value: 'planned' });
    expect(story.programme.controls.byCode.toObject()).toEqual({ 'AC-01': control });
  });

  it('given a claim was stated, when that is undone, then it is withdrawn and can be stated again', () => {
    const { story } = withControl();
    const claim = { controls: ['AC-01'], framework: 'iso27001-2022', requirement: 'A.5.15' };
    const id = story.done('claims state', claim);
    story.done('undo', { entry: story.programme.position });
    expect(story.programme.controls.claims.get(id)?.state).toBe('withdrawn');
    expect(story.refusal('claims state', claim)).toBe('');
  });

  it('given it was undone, when it is undone again, then it is refused', () => {
    const { story } = withControl();
    const entry = story.programme.position;
    story.done('undo', { entry });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.done');
  });

  it('given the record was changed since, then it is refused and nothing changes', () => {
    const { story, control } = withControl();
    const entry = story.programme.position;
    story.done('controls set', { control, name: 'Later' });
    expect(story.tried('undo', { entry })).toMatchObject({
      code: 'undo.changed-since',
      params: { record: 'AC-01 Later', revision: story.programme.position },
    });
  });

  it('given a change was undone and the control was retired since, then what was before is refused too', () => {
    const { story, control } = withControl();
    const added = story.programme.position;
    story.done('controls set', { control, name: 'Second' });
    const changed = story.programme.position;
    story.done('controls set', { control, name: 'Third' });
    story.done('undo', { entry: story.programme.position });
    story.done('controls retire', { control, reason: 'x' });
    expect(story.refusal('undo', { entry: changed })).toBe('conflict undo.changed-since');
    expect(story.refusal('undo', { entry: added })).toBe('conflict undo.changed-since');
  });

  it('given evidence or a claim leans on the control since, then it is refused', () => {
    const { story } = withControl();
    const entry = story.programme.position;
    const id = story.done('claims state', {
      controls: ['AC-01'],
      framework: 'iso27001-2022',
      requirement: 'A.5.15',
    });
    expect(story.tried('undo', { entry })).toMatchObject({
      code: 'undo.has-claims',
      params: { control: 'AC-01', claim: 'A.5.15' },
    });
    story.done('claims withdraw', { claim: id, reason: 'x' });
    expect(story.refusal('undo', { entry })).toBe('');
    story.done('evidence add', {
      controls: ['AC-01'],
      outcome: 'works',
      title: 'x',
      link: 'https://example.org',
    });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.has-evidence');
  });

  it('given an action names the control since, then it is refused until that is dropped', () => {
    const { story, control } = withControl();
    const entry = story.programme.position;
    const closes = [{ kind: 'control', id: control }];
    const action = story.done('actions add', { title: 'Mend it', closes });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.has-action');
    story.done('actions close', { action, status: 'done', result: 'Mended' });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.has-action');
    story.done('actions reopen', { action, reason: 'x' });
    story.done('actions close', { action, status: 'dropped', result: 'No need' });
    expect(story.refusal('undo', { entry })).toBe('');
  });

  it('given a collector serves the control since, then it is refused until that has ended', () => {
    const { story } = withControl();
    const entry = story.programme.position;
    story.done('collectors add', { person: 'probe', controls: ['AC-01'] });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.has-collector');
    story.done('collectors end', { collector: 'probe' });
    story.done('collectors add', { person: 'of-all', controls: [] });
    expect(story.refusal('undo', { entry })).toBe('');
  });

  it('given it was decided whether the control is necessary, then it is refused', () => {
    const { story } = withControl();
    const entry = story.programme.position;
    const reasons = [{ kind: 'risk', text: 'x' }];
    story.done('necessity decide', { control: 'AC-01', necessary: true, reasons });
    expect(story.refusal('undo', { entry })).toBe('conflict undo.has-necessity');
  });

  it('given the code was taken by another since, then taking it back is refused', () => {
    const { story, control } = withControl();
    story.done('controls set', { control, code: 'AC-02' });
    const entry = story.programme.position;
    story.done('controls add', { code: 'AC-01', name: 'Newcomer' });
    expect(story.refusal('undo', { entry })).toBe('conflict control.code-taken');
  });

  it('what decides is not undone', () => {
    const { story } = withControl();
    const claim = story.done('claims state', {
      controls: ['AC-01'],
      framework: 'iso27001-2022',
      requirement: 'A.5.15',
    });
    story.done('claims confirm', { claim });
    expect(story.refusal('undo', { entry: story.programme.position })).toBe('conflict undo.decided');
    // Any entry of a command may be asked for; which of it decided is told beside.
    expect(story.tried('undo', { entry: 1 })).toMatchObject({
      code: 'undo.decided',
      params: { asked: 1, operation: 'organisations create' },
    });
    expect(story.refusal('undo', { entry: 999 })).toBe('missing entry.unknown at entry');
  });
});

describe('undoing in reverse', () => {
  const member = fc.record(
    {
      code: fc.constantFrom('A', 'B', 'C', 'a'),
      name: fc.constantFrom('one', 'two'),
      statement: fc.constantFrom('x', 'y', null),
      frequency: fc.constantFrom('annual', 'weekly', null),
      conditionHolds: fc.boolean(),
      implementation: fc.constantFrom('planned', 'operating'),
    },
    { requiredKeys: [] },
  );
  const deeds = fc.array(fc.record({ which: fc.constantFrom('A', 'B', 'C'), member }), { maxLength: 12 });

  it('every command, the latest first, leads back through every state there was', () => {
    fc.assert(
      fc.property(deeds, (course) => {
        const story = given();
        const states: { entry: number; library: unknown }[] = [];
        for (const { which, member: change } of course) {
          const library = bare(story);
          const known = story.programme.controls.byCode.has(which);
          const asked = known
            ? { control: which, ...change }
            : { code: which, name: 'new', implementation: change.implementation ?? 'planned' };
          const entry = story.programme.position + 1;
          if (story.tried(known ? 'controls set' : 'controls add', asked) === undefined)
            if (story.programme.position >= entry) states.push({ entry, library });
        }
        for (const { entry, library } of states.toReversed()) {
          story.done('undo', { entry });
          expect(bare(story)).toEqual(library);
        }
      }),
    );
  });
});
