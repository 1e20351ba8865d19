import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

const climate = { kind: 'external', title: 'Floods', effect: 'Two sites lie low', climate: true };
const issues = (story: Story) => story.programme.governance.issues;

describe('given an issue of the context', () => {
  const ground = () => {
    const story = given().on('2026-03-01');
    return { story, issue: story.done('issues add', climate) };
  };

  it('then it is relevant unless somebody says that it is not, and twice it is a conflict', () => {
    const { story, issue } = ground();
    expect(issues(story).get(issue)).toMatchObject({ ...climate, relevant: true });
    const heat = story.done('issues add', { ...climate, title: 'Heat', relevant: false });
    expect(issues(story).get(heat)).toMatchObject({ relevant: false });
    expect(story.refusal('issues add', climate)).toBe('conflict issue.exists at title');
    expect(story.refusal('issues change', { issue: heat, title: 'Floods' })).toBe(
      'conflict issue.exists at title',
    );
    expect(story.refusal('issues add', { ...climate, title: 'Wind', owner: 'x' })).toBe(
      'refused person.unknown at owner',
    );
  });

  it('when it is changed and ended, then it stays as it was last', () => {
    const { story, issue } = ground();
    const change = { issue, relevant: false, climate: true, reviewOn: '2027-01-01' };
    expect(story.when('issues change', change)).toMatchObject({
      facts: [{ type: 'IssueChanged', data: { relevant: false, reviewOn: '2027-01-01' }, erasable: [] }],
    });
    story.done('issues change', change);
    expect(story.when('issues change', change)).toEqual({ facts: [] });
    story.done('issues end', { issue, effective: '2026-02-01' });
    expect(issues(story).get(issue)).toMatchObject({ relevant: false, endedOn: '2026-02-01' });
    expect(story.refusal('issues change', { issue, relevant: true })).toBe('conflict issue.ended');
    expect(story.refusal('issues end', { issue })).toBe('conflict issue.ended');
    expect(story.refusal('issues end', { issue: 'x' })).toBe('missing issue.unknown at issue');
  });
});
