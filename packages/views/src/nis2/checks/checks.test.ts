import { emptyProgramme, fold } from '@concord/programme';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../../coverage/memory.ts';
import type { ViewAsked } from '../../envelope.ts';
import { answered, asked } from '../../testing/asked.ts';
import { addControl, claim, exclude, judge, nis2, regulation, start } from '../../testing/library.ts';
import { nis2Duties } from '../duties.ts';

type Story = ReturnType<typeof start>;

const checksOf = (story: Story, said: Partial<ViewAsked> = {}) => {
  const { checks } = answered(nis2Duties(asked(story, said)));
  for (const { message, mend } of checks) expect(`${message} ${mend}`).not.toMatch(/check\.|\{\{/);
  return checks;
};
const idsOf = (story: Story, row: string, said: Partial<ViewAsked> = {}) =>
  checksOf(story, said)
    .filter((check) => check.row === row)
    .map(({ id, severity }) => `${id} ${severity}`);

const careful = {
  exclusionReason: 'Nobody here signs in to a system from outside',
  owner: 'ana',
  reviewOn: '2099-01-01',
};

it('given nothing was left out and nothing is a gap, then there is nothing to say', () => {
  const { checks, checked } = answered(nis2Duties(asked(start())));
  expect([checks, checked]).toMatchObject([[], { E: 0, W: 0 }]);
  expect(checked.ran).toHaveLength(10);
});

describe('a point of the annex that is not applied', () => {
  it('given a reason, an owner, a day of review and an activity that is not there, then there is nothing to say', () => {
    const story = start();
    exclude(story, [regulation, '6.2'], careful);
    expect(checksOf(story)).toEqual([]);
  });

  it('given a phrase or very few words, then the reason is looked at', () => {
    const story = start();
    exclude(story, [regulation, '6.2'], { ...careful, exclusionReason: 'Not applicable.' });
    expect(idsOf(story, '6.2')).toEqual(['NIS-02 W']);
    exclude(story, [regulation, '6.2'], { ...careful, exclusionReason: 'We have none' });
    expect(idsOf(story, '6.2')).toEqual(['NIS-02 W']);
  });

  it('given the reason was erased, then it has none', () => {
    const story = start();
    exclude(story, [regulation, '6.2'], careful);
    expect(idsOf(story, '6.2', { programme: fold(emptyProgramme, story.erased()) })).toEqual(['NIS-01 E']);
  });

  it('given no owner and no review, or one that is past, then both are told', () => {
    const story = start();
    const { exclusionReason } = careful;
    exclude(story, [regulation, '6.2'], { exclusionReason });
    expect(idsOf(story, '6.2')).toEqual(['NIS-03 W', 'NIS-04 W']);
    exclude(story, [regulation, '6.2'], { ...careful, reviewOn: story.today });
    expect(idsOf(story, '6.2')).toEqual([]);
    expect(idsOf(story, '6.2', { on: '2098-12-31' })).toEqual(['NIS-04 W']);
  });

  it('given the annex leaves no room, or leaves it in a part, then that is told', () => {
    const story = start();
    exclude(story, [regulation, '1.1'], careful);
    exclude(story, [regulation, '13.1'], careful);
    expect(idsOf(story, '1.1')).toEqual(['NIS-05 E']);
    expect(idsOf(story, '13.1')).toEqual(['NIS-06 W']);
    expect(checksOf(story).find(({ id }) => id === 'NIS-06')?.message).toContain('13.1.2');
  });

  it('given the scope statement says that software is developed, then development cannot be left out', () => {
    const story = start();
    exclude(story, [regulation, '6.2'], careful);
    story.done('scopes state', { scope: 'organisation', statement: 'All of it', developsSoftware: true });
    expect(idsOf(story, '6.2')).toEqual(['NIS-05 E']);
  });

  it('given an obligation in force names it, then it contradicts; once that has ended, it does not', () => {
    const story = start();
    exclude(story, [regulation, '6.2'], careful);
    const obligation = story.done('obligations add', {
      kind: 'contractual',
      title: 'Bank contract',
      reference: 'No. 7',
      asks: 'Secure development',
      requirements: [{ framework: regulation, requirement: '6.2' }],
    });
    expect(idsOf(story, '6.2')).toEqual(['NIS-08 E']);
    expect(checksOf(story)[0]?.message).toContain('“Bank contract”');
    const own = { reader: { person: 'bo', sees: 'own' } as const };
    expect(checksOf(story, own)[0]?.message).not.toContain('Bank');
    story.done('obligations end', { obligation, reason: 'Ran out' });
    expect(idsOf(story, '6.2')).toEqual([]);
  });
});

describe('a point within a requirement that is not applied', () => {
  const leave = (story: Story, point: string, said: object = {}) =>
    story.done('points decide', { framework: regulation, point, applied: false, ...careful, ...said });

  it('stands in the row around it, which stays applicable; where the annex leaves room there is nothing to say', () => {
    const story = start();
    leave(story, '3.2.6');
    leave(story, '3.2.3.a');
    const { technical, checks } = answered(nis2Duties(asked(story)));
    const row = technical?.rows.find(({ id }) => id === '3.2');
    expect(row?.notApplied).toMatchObject([
      { point: '3.2.3.a', owner: 'ana' },
      { point: '3.2.6', title: 'Time synchronisation', exclusionReason: careful.exclusionReason },
    ]);
    expect([row?.applicability, technical?.numbers.excluded, checks]).toEqual(['undecided', 0, []]);
  });

  it('given the annex leaves no room there, or the reason says nothing, then that is told of the point', () => {
    const story = start();
    leave(story, '3.2.5');
    leave(story, '11.7.1', { exclusionReason: 'n/a', owner: undefined, reviewOn: undefined });
    expect(idsOf(story, '3.2.5')).toEqual(['NIS-05 E']);
    expect(answered(nis2Duties(asked(story))).checked).toMatchObject({ E: 1, W: 3 });
    expect(idsOf(story, '11.7.1')).toEqual(['NIS-02 W', 'NIS-03 W', 'NIS-04 W']);
    story.done('points decide', { framework: regulation, point: '3.2.5', applied: true });
    expect(idsOf(story, '3.2.5')).toEqual([]);
  });

  it.each([
    ['a letter that carries a phrase of its own', '6.10.2.b', []],
    ['a letter beside it', '6.10.2.c', ['NIS-05 E']],
    ['the point around it, of which only the letter may be left out', '6.10.2', ['NIS-06 W']],
    ['a letter of a list that a phrase governs', '4.1.2.b', []],
    ['what a letter lists where appropriate', '9.2.c.iv', []],
    ['a letter of a point where the phrase is about something else', '2.1.2.d', ['NIS-05 E']],
    ['a review of which only the update is where appropriate', '3.2.7', ['NIS-05 E']],
  ])('given %s (%s), then %j', (_what, point, found) => {
    const story = start();
    leave(story, point);
    expect(idsOf(story, point)).toEqual(found);
    if (found[0] === 'NIS-06 W') expect(checksOf(story)[0]?.message).toContain('only in 6.10.2.b');
  });

  it('given it is asked only of who develops, then it is held against the scope statement', () => {
    const story = start();
    leave(story, '6.2.2.f');
    expect(idsOf(story, '6.2.2.f')).toEqual([]);
    story.done('scopes state', { scope: 'organisation', statement: 'All of it', developsSoftware: true });
    expect(idsOf(story, '6.2.2.f')).toEqual(['NIS-05 E']);
  });

  it('given a reader who sees only what is theirs, then the owner is not told', () => {
    const story = start();
    leave(story, '3.2.6');
    exclude(story, [regulation, '6.2'], careful);
    const rowsOf = (said: Partial<ViewAsked>) =>
      answered(nis2Duties(asked(story, said))).technical?.rows ?? [];
    const owners = (said: Partial<ViewAsked>) =>
      rowsOf(said).flatMap(({ owner, notApplied }) => [owner, ...notApplied.map((point) => point.owner)]);
    expect(owners({}).filter((owner) => owner === 'ana')).toHaveLength(2);
    expect(owners({ reader: { person: 'bo', sees: 'own' } })).not.toContain('ana');
  });

  it('is brought up to date in a view that is remembered', () => {
    const story = start();
    const memory = newMemory();
    const notApplied = () =>
      answered(nis2Duties(asked(story, { memory })))
        .technical?.rows.flatMap((row) => row.notApplied)
        .map(({ point }) => point);
    expect(notApplied()).toEqual([]);
    leave(story, '3.2.6');
    expect(notApplied()).toEqual(['3.2.6']);
  });
});

it('a duty of the directive that binds everybody cannot simply be left out', () => {
  const story = start();
  exclude(story, [nis2, '21(2)(a)'], careful);
  exclude(story, [nis2, '27(2)'], careful);
  expect(idsOf(story, '21(2)(a)')).toEqual(['NIS-07 W']);
  expect(idsOf(story, '27(2)')).toEqual([]);
});

describe('a gap', () => {
  const action = (story: Story, closes: object[], said: object = {}) =>
    story.done('actions add', { title: 'Close it', owner: 'ana', due: '2099-01-01', closes, ...said });
  const requirement = (framework: string, id: string) => [{ kind: 'requirement', id: `${framework}/${id}` }];

  it('as assessed has an open action with owner and due date', () => {
    const story = start();
    judge(story, [nis2, '20(2)'], { judgement: 'partly' });
    judge(story, [regulation, '8.2'], { judgement: 'not-met' });
    expect(checksOf(story).map(({ id, row, framework }) => [id, row, framework])).toEqual([
      ['NIS-09', '20(2)', nis2],
      ['NIS-09', '8.2', regulation],
    ]);
    const bare = action(story, requirement(nis2, '20(2)'), { owner: undefined });
    expect(checksOf(story)[0]).toMatchObject({
      id: 'NIS-09',
      mend: expect.stringContaining('an owner and a due date'),
    });
    story.done('actions change', { action: bare, owner: 'ana' });
    expect(idsOf(story, '20(2)')).toEqual([]);
    expect(idsOf(story, '20(2)', { on: '2099-01-02' })).toEqual(['NIS-10 W']);
    story.done('actions close', { action: bare, result: 'Held' });
    expect(idsOf(story, '20(2)')).toEqual(['NIS-09 E']);
  });

  it('by claim is closed by an action on the control that is claimed for it', () => {
    const story = start();
    const control = addControl(story, 'HR-1', { implementation: 'planned' });
    claim(story, control, [regulation, '8.2']);
    expect(idsOf(story, '8.2')).toEqual(['NIS-09 E']);
    action(story, [{ kind: 'control', id: control }]);
    expect(idsOf(story, '8.2')).toEqual([]);
  });

  it('is nothing that is only unclaimed or unknown', () => {
    const story = start();
    claim(story, addControl(story, 'HR-1'), [regulation, '8.2']);
    expect(checksOf(story)).toEqual([]);
  });
});
