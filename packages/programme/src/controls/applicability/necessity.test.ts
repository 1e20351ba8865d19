import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { necessityOn } from '../applicability.ts';

const necessary = { control: 'C-1', necessary: true, reasons: [{ kind: 'business', text: 'We promise it' }] };

function withControl(): Story {
  const story = given('iso27001-2022');
  story.done('controls add', { code: 'C-1', name: 'Escrow of source code' });
  return story;
}

const isNecessary = (story: Story, { scope = 'organisation', on = story.today } = {}) => {
  const { controls } = story.programme;
  return necessityOn(story.programme, controls.byCode.get('C-1') ?? '', { scope, on })?.decision.necessary;
};

describe('deciding whether a control of our own is necessary', () => {
  it('given it is, then at least one reason is needed, and none why not', () => {
    const story = withControl();
    const refusal = (said: object) => story.refusal('necessity decide', { ...necessary, ...said });
    expect(refusal({ reasons: [] })).toBe('refused necessity.no-reason at reasons');
    expect(refusal({ exclusionReason: 'x' })).toBe('refused necessity.both-reasons at exclusionReason');
    expect(refusal({ necessary: false })).toBe('refused necessity.both-reasons at reasons');
    expect(refusal({})).toBe('');
  });

  it('given it is not any more, then no reason is needed, and one may be given', () => {
    const story = withControl();
    story.done('necessity decide', necessary);
    story.on('2026-02-01').done('necessity decide', { control: 'c-1', necessary: false });
    expect(['2026-01-31', '2026-02-01'].map((on) => isNecessary(story, { on }))).toEqual([true, false]);
    expect(
      story.refusal('necessity decide', { control: 'C-1', necessary: false, exclusionReason: 'Sold' }),
    ).toBe('');
  });

  it('then it names a control that is there and in use, a person and a scope that are there, and a day reached', () => {
    const story = withControl();
    const refusal = (said: object) => story.refusal('necessity decide', { ...necessary, ...said });
    expect(refusal({ control: 'C-9' })).toBe('missing control.unknown at control');
    expect(refusal({ owner: 'nobody' })).toBe('refused person.unknown at owner');
    expect(refusal({ scope: 'nowhere' })).toBe('refused scope.unknown at scope');
    expect(refusal({ effective: '2026-01-02' })).toBe('refused date.future at effective');
    story.done('controls retire', { control: 'C-1', reason: 'Sold' });
    expect(refusal({})).toBe('conflict control.retired at control');
    expect(story.refusal('necessity decide', { control: 'C-1', necessary: false })).toBe('');
  });

  it('then it holds in what lies within the scope, until a part decides for itself', () => {
    const story = withControl();
    const site = story.done('scopes define', { name: 'Site' });
    const room = story.done('scopes define', { name: 'Room', within: site });
    story.done('necessity decide', necessary);
    expect([site, room].map((scope) => isNecessary(story, { scope }))).toEqual([true, true]);
    story.done('necessity decide', { control: 'C-1', necessary: false, scope: site });
    expect([site, room, 'organisation'].map((scope) => isNecessary(story, { scope }))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('then texts can be erased, and kinds and days stay', () => {
    const story = withControl();
    story.done('people add', { person: 'ben' });
    expect(
      story.when('necessity decide', { ...necessary, owner: 'ben', reviewOn: '2027-01-01' }),
    ).toMatchObject({
      facts: [
        {
          type: 'NecessityDecided',
          erasable: ['reasonTexts'],
          data: { reasonKinds: ['business'], owner: 'ben', reviewOn: '2027-01-01' },
        },
      ],
    });
  });
});
