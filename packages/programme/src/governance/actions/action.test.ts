import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

const iso = 'iso27001-2022';
const actions = (story: Story) => story.programme.governance.actions;

function ground() {
  const story = given(iso).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  const control = story.done('controls add', { code: 'AC-01', name: 'Access' });
  return { story, control };
}

describe('when an action is added', () => {
  it('then it is open, with what it closes named once and as it is recorded', () => {
    const { story, control } = ground();
    const input = {
      title: 'Review accounts',
      owner: 'ben',
      due: '2026-06-30',
      priority: 'high',
      closes: [
        { kind: 'control', id: control },
        { kind: 'requirement', id: `${iso}/A.5.18` },
        { kind: 'control', id: control },
        { kind: 'scope', id: 'organisation' },
      ],
    };
    expect(story.when('actions add', { ...input, what: 'a', resources: 'b' })).toMatchObject({
      facts: [{ type: 'ActionAdded', erasable: ['title', 'what', 'resources'] }],
    });
    const id = story.done('actions add', input);
    expect(actions(story).get(id)).toEqual({
      ...input,
      closes: [input.closes[0], input.closes[1], input.closes[3]],
      id,
      what: '',
      resources: '',
      status: 'open',
      openedOn: '2026-03-01',
      result: '',
      seq: story.programme.position,
    });
  });

  it('then it may close records of any room', () => {
    const { story } = ground();
    const profile = story.done('profiles create', { name: 'Target', framework: iso });
    story.done('targets set', { profile, requirement: 'A.5.1' });
    const document = story.done('documents add', { title: 'Policy' });
    const closes = [
      { kind: 'target', id: `${profile}:${iso}/A.5.1` },
      { kind: 'document', id: document },
    ];
    const id = story.done('actions add', { title: 'x', closes });
    expect(actions(story).get(id)?.closes).toEqual(closes);
  });

  it('then what it closes, its owner and its days have to hold', () => {
    const { story } = ground();
    const refused = (more: object) => story.refusal('actions add', { title: 'x', ...more });
    const closes = (kind: string, id: string) => ({
      closes: [
        { kind: 'scope', id: 'organisation' },
        { kind, id },
      ],
    });
    expect(refused(closes('control', 'AC-02'))).toBe('refused subject.unknown at closes[1].id');
    expect(refused(closes('scope', 'nowhere'))).toBe('refused subject.unknown at closes[1].id');
    expect(refused(closes('requirement', 'A.5.1'))).toBe('refused subject.requirement at closes[1].id');
    expect(refused(closes('requirement', 'nist-csf-2.0/GV.OC-01'))).toBe(
      'conflict framework.not-adopted at closes[1].id',
    );
    expect(refused(closes('requirement', `${iso}/A.5`))).toBe(
      'refused requirement.not-assessable at closes[1].id',
    );
    expect(refused({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refused({ openedOn: '2026-03-02' })).toBe('refused date.future at openedOn');
    expect(refused({ due: '2026-02-28' })).toBe('refused action.due-before at due');
    expect(refused({ due: '2026-02-28', openedOn: '2026-01-15' })).toBe('');
  });

  it('then the same title for the same things is a conflict while the other is open', () => {
    const { story, control } = ground();
    const input = { title: 'x', closes: [{ kind: 'control', id: control }] };
    const action = story.done('actions add', input);
    expect(story.refusal('actions add', { ...input, due: '2026-04-01' })).toBe(
      'conflict action.exists at title',
    );
    expect(story.refusal('actions add', { title: 'x' })).toBe('');
    story.done('actions close', { action, result: 'Done' });
    expect(story.refusal('actions add', input)).toBe('');
  });
});

describe('given an open action', () => {
  it('when it is changed, then what is named differs, and null takes away', () => {
    const { story, control } = ground();
    const action = story.done('actions add', { title: 'x', owner: 'ben', due: '2026-04-01', what: 'y' });
    const closes = [{ kind: 'control', id: control }];
    const change = { action, due: null, what: null, closes, title: 'x' };
    expect(story.when('actions change', change)).toMatchObject({
      facts: [{ type: 'ActionChanged', data: { due: null, what: null, closes } }],
    });
    story.done('actions change', change);
    expect(actions(story).get(action)).toMatchObject({ due: undefined, what: '', closes, owner: 'ben' });
    expect(story.when('actions change', change)).toEqual({ facts: [] });
    expect(story.refusal('actions change', { action, due: '2026-02-01' })).toBe(
      'refused action.due-before at due',
    );
    expect(story.refusal('actions change', { action, owner: 'x' })).toBe('refused person.unknown at owner');
    expect(story.refusal('actions change', { action: 'x', title: 'y' })).toBe(
      'missing action.unknown at action',
    );
  });
});

describe('when many are added', () => {
  it('then each is a fact of its own', () => {
    const { story } = ground();
    story.done('actions add-many', { actions: [{ title: 'a' }, { title: 'b', due: '2026-03-01' }] });
    expect(
      actions(story)
        .map(({ title }) => title)
        .toSet()
        .toArray()
        .sort(),
    ).toEqual(['a', 'b']);
  });

  it('then one that is wrong stops them all, and each fault is told at its place', () => {
    const { story } = ground();
    story.done('actions add', { title: 'open' });
    const many = [
      { title: 'good' },
      { title: 'late', due: '2026-02-01' },
      { title: 'open' },
      { title: 'good' },
      { title: 'else', closes: [{ kind: 'issue', id: 'x' }] },
    ];
    const decision = story.when('actions add-many', { actions: many });
    expect(decision).toMatchObject({
      refusal: {
        kind: 'refused',
        code: 'action.many-faults',
        params: { count: 4, all: 5 },
        errors: [
          { at: 'actions[1].due', code: 'action.due-before' },
          { at: 'actions[2].title', code: 'action.exists' },
          { at: 'actions[3].title', code: 'action.exists', params: { action: 'actions[0]' } },
          { at: 'actions[4].closes[0].id', code: 'subject.unknown' },
        ],
      },
    });
  });
});

it('what an action closes may be written with a colon behind the framework too', () => {
  const story = given('iso27001-2022');
  const closes = (id: string) => [{ kind: 'requirement', id }];
  const action = story.done('actions add', { title: 'A', closes: closes('iso27001-2022:A.5.15') });
  expect(story.programme.governance.actions.get(action)?.closes).toEqual(closes('iso27001-2022/A.5.15'));
  expect(story.refusal('actions add', { title: 'A', closes: closes('iso27001-2022/A.5.15') })).toBe(
    'conflict action.exists at title',
  );
});
