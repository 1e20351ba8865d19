import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../programme.ts';
import { given } from '../../testing/index.ts';

function ground() {
  const story = given().on('2026-03-01');
  for (const person of ['ben', 'cleo']) story.done('people add', { person });
  story.done('people add', { person: 'dina', role: 'internal_auditor' });
  const action = story.done('actions add', { title: 'x', owner: 'ben' });
  return { story, action, now: () => story.programme.governance.actions.get(action) };
}

describe('given an open action', () => {
  it('when it is closed, then the day and what came of it are kept', () => {
    const { story, action, now } = ground();
    expect(story.when('actions close', { action, result: 'y' })).toMatchObject({
      facts: [{ type: 'ActionClosed', erasable: ['result'] }],
    });
    story.on('2026-03-05').done('actions close', { action, result: 'All gone', effective: '2026-03-04' });
    expect(now()).toMatchObject({ status: 'done', closedOn: '2026-03-04', result: 'All gone' });
  });

  it('when it is dropped, then it is not done', () => {
    const { story, action, now } = ground();
    story.done('actions close', { action, result: 'Not needed', status: 'dropped' });
    expect(now()).toMatchObject({ status: 'dropped', closedOn: '2026-03-01', result: 'Not needed' });
  });

  it('then it needs a result, and a day on which it was open', () => {
    const { story, action } = ground();
    expect(() => story.when('actions close', { action })).toThrow(/result/);
    const refused = (effective: string) => story.refusal('actions close', { action, result: 'y', effective });
    expect(refused('2026-02-28')).toBe('refused action.closed-before at effective');
    expect(refused('2026-03-02')).toBe('refused date.future at effective');
    expect(refused('2026-03-01')).toBe('');
    expect(story.refusal('actions close', { action: 'x', result: 'y' })).toBe(
      'missing action.unknown at action',
    );
    expect(story.refusal('actions reopen', { action, reason: 'y' })).toBe('conflict action.open');
  });

  it('then its owner may close it, another owner is told that there is none, and so is an auditor', () => {
    const { story, action } = ground();
    const refused = (actor: string) => story.by(actor).refusal('actions close', { action, result: 'y' });
    expect(refused('cleo')).toBe('missing action.unknown at action');
    expect(refused('dina')).toBe('missing action.unknown at action');
    expect(refused('ben')).toBe('');
    expect(refused('ana')).toBe('');
  });
});

describe('given a closed action', () => {
  it('then it is changed only after it is opened again', () => {
    const { story, action, now } = ground();
    story.done('actions close', { action, result: 'All gone' });
    expect(story.refusal('actions change', { action, title: 'y' })).toBe('conflict action.closed');
    expect(story.refusal('actions close', { action, result: 'y' })).toBe('conflict action.closed');
    story.done('actions reopen', { action, reason: 'One was left' });
    expect(now()).toMatchObject({ status: 'open', result: '' });
    expect(now()).not.toHaveProperty('closedOn');
    expect(story.refusal('actions change', { action, title: 'y' })).toBe('');
  });

  it('given that its result was erased, then the day it was closed on stays', () => {
    const { story, action } = ground();
    story.done('actions close', { action, result: 'Told Ms Example' });
    const folded = fold({ ...given().programme, position: 0 }, story.erased());
    expect(folded.governance.actions.get(action)).toMatchObject({
      title: '',
      result: '',
      status: 'done',
      closedOn: '2026-03-01',
    });
  });
});

it('given any course of events, then an action has a day and a result exactly when it is closed', () => {
  const days = ['2026-02-20', '2026-03-01', '2026-03-02', undefined];
  const deed = fc.tuple(fc.constantFrom('close', 'reopen', 'change'), fc.constantFrom(...days));
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 10 }), (deeds) => {
      const { story, action, now } = ground();
      for (const [what, day] of deeds) {
        const said = {
          close: { result: 'y', effective: day },
          reopen: { reason: 'y' },
          change: { due: day },
        };
        story.tried(`actions ${what}`, { action, ...said[what as keyof typeof said] });
        const { status, closedOn, openedOn, due, result } = now()!;
        expect([closedOn !== undefined, result !== '']).toEqual(Array(2).fill(status !== 'open'));
        expect([closedOn, due].every((each) => each === undefined || each >= openedOn)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
