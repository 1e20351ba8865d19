import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';

const customer = { kind: 'customer', name: 'Harbour Bank', asks: 'A certificate' };
const parties = (story: Story) => story.programme.governance.parties;

describe('given an interested party', () => {
  const ground = () => {
    const story = given().on('2026-03-01');
    story.done('people add', { person: 'ben' });
    return { story, party: story.done('parties add', { ...customer, owner: 'ben' }) };
  };

  it('then it is kept, its name and what it asks can be erased, and twice it is a conflict', () => {
    const { story, party } = ground();
    expect(parties(story).get(party)).toMatchObject({ ...customer, owner: 'ben' });
    expect(story.when('parties add', { ...customer, name: 'Other' })).toMatchObject({
      facts: [{ type: 'PartyAdded', erasable: ['name', 'asks'] }],
    });
    expect(story.refusal('parties add', customer)).toBe('conflict party.exists at name');
    expect(story.refusal('parties add', { ...customer, kind: 'partner' })).toBe('');
    expect(story.refusal('parties add', { ...customer, name: 'Other', owner: 'x' })).toBe(
      'refused person.unknown at owner',
    );
  });

  it('when it is changed, then only what differs is recorded', () => {
    const { story, party } = ground();
    const change = { party, asks: 'A report', owner: null, kind: 'customer' };
    expect(story.when('parties change', change)).toMatchObject({
      facts: [{ data: { asks: 'A report', owner: null } }],
    });
    story.done('parties change', change);
    expect(story.when('parties change', change)).toEqual({ facts: [] });
    expect(parties(story).get(party)).toMatchObject({ asks: 'A report', name: customer.name });
    expect(story.refusal('parties change', { party: 'x', asks: 'y' })).toBe('missing party.unknown at party');
    expect(story.refusal('parties change', { party, owner: 'x' })).toBe('refused person.unknown at owner');
  });

  it('when it ends, then what is owed to it stays, and it may come back as another', () => {
    const { story, party } = ground();
    const owed = { kind: 'contractual', title: 'Contract', asks: 'Reports', party };
    const obligation = story.done('obligations add', owed);
    story.done('parties end', { party });
    expect(parties(story).get(party)).toMatchObject({ endedOn: '2026-03-01' });
    expect(story.programme.governance.obligations.get(obligation)).toMatchObject({ party });
    expect(story.refusal('parties end', { party })).toBe('conflict party.ended');
    expect(story.refusal('parties change', { party, asks: 'x' })).toBe('conflict party.ended');
    expect(story.done('parties add', customer)).not.toBe(party);
  });
});
