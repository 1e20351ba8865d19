import { frequency } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { given, type Story } from '../testing/index.ts';
import { type Control, inPracticeSince } from './control.ts';
import { evidenceOf } from './evidence.ts';
import { freshnessOn, piecesInPractice } from './freshness.ts';

const passing = { controls: ['C-1'], outcome: 'works', title: 'Test', link: 'https://example.org' };

function planned(): Story {
  const story = given().on('2026-01-01');
  story.done('controls add', { code: 'C-1', name: 'New', frequency: 'annual' });
  return story;
}

const control = ({ programme: { controls } }: Story) =>
  controls.controls.get(controls.byCode.get('C-1') as string) as Control;
const set = (story: Story, implementation: string, effective: string) =>
  story.done('controls set', { control: 'C-1', implementation, effective });

describe('a control is in practice', () => {
  it('since the first day without a break, partly or wholly, as of the day asked about', () => {
    const story = planned().on('2026-12-01');
    set(story, 'partly', '2026-02-01');
    set(story, 'operating', '2026-03-01');
    set(story, 'planned', '2026-05-01');
    set(story, 'operating', '2026-06-01');
    const days = ['2026-01-31', '2026-02-01', '2026-04-30', '2026-05-01', '2026-06-01', '2026-11-30'];
    expect(days.map((on) => inPracticeSince(control(story), on))).toEqual([
      undefined,
      '2026-02-01',
      '2026-02-01',
      undefined,
      '2026-06-01',
      '2026-06-01',
    ]);
  });

  it('always, where it was added so without a day; and of equal days the later recorded counts', () => {
    const story = given();
    story.done('controls add', { code: 'C-1', name: 'x', implementation: 'operating' });
    expect(inPracticeSince(control(story), '2026-01-01')).toBe('');
    set(story.on('2026-02-01'), 'planned', '2026-02-01');
    set(story, 'operating', '2026-02-01');
    expect(inPracticeSince(control(story), '2026-02-01')).toBe('');
  });
});

describe('a pass while a control was only planned', () => {
  const on = (story: Story, day: string) => {
    const pieces = evidenceOf(story.programme.controls, control(story).id);
    return freshnessOn(piecesInPractice(pieces, control(story), day), frequency('annual'), day).freshness;
  };

  it('shows nothing of how it works since, and one of its first day does', () => {
    const story = planned();
    story.done('evidence add', { ...passing, collectedOn: '2025-12-31' });
    set(story.on('2026-01-10'), 'operating', '2026-01-01');
    expect(on(story, '2026-01-10')).toBe('missing');
    story.done('evidence add', { ...passing, collectedOn: '2026-01-01' });
    expect(on(story, '2026-01-10')).toBe('fresh');
  });

  it('collected since, but about the time before, shows nothing either; a failure always does', () => {
    const story = planned();
    set(story.on('2026-02-01'), 'operating', '2026-02-01');
    story.done('evidence add', { ...passing, coversTo: '2026-01-31' });
    expect(on(story, '2026-02-01')).toBe('missing');
    story.done('evidence add', { ...passing, outcome: 'fails', collectedOn: '2026-01-15' });
    expect(on(story, '2026-02-01')).toBe('failed');
  });

  it('leaves the same result, sent again, something to show', () => {
    const story = planned();
    const stated = { ...passing, validUntil: '2026-12-31' };
    story.done('evidence add', stated);
    set(story.on('2026-02-01'), 'operating', '2026-02-01');
    expect(story.when('evidence add', stated)).toMatchObject({ facts: [{}] });
    story.done('evidence add', stated);
    expect(on(story, '2026-02-01')).toBe('fresh');
    expect(story.when('evidence add', stated)).toMatchObject({ facts: [] });
  });
});

describe('evidence that is recorded again', () => {
  const worked = () => {
    const story = planned();
    set(story, 'operating', '2025-12-01');
    story.done('evidence add', passing);
    return story;
  };
  const [again, late] = [
    { ...passing, title: 'Another' },
    { ...passing, collectedOn: '1900-01-01' },
  ];

  it('under another title adds nothing, and the piece that stands is named', () => {
    const story = worked();
    const [piece] = story.programme.controls.evidence.keys();
    expect(story.when('evidence add', again)).toEqual({
      facts: [],
      notices: [
        { code: 'evidence.recorded-already', params: { id: piece, title: 'Test', day: '2026-01-01' } },
      ],
    });
    expect(story.when('evidence add', { ...again, versionOf: piece })).toMatchObject({ facts: [{}] });
  });

  it('by a collector adds nothing, and tells it nothing of what others recorded', () => {
    const story = worked();
    story.done('collectors add', { person: 'probe' });
    expect(story.by('probe').when('evidence add', again)).toEqual({ facts: [] });
  });

  it('of more than ten years ago is taken in, with the question whether that is the day', () => {
    const notices = (collectedOn: string) =>
      worked().when('evidence add', { ...passing, collectedOn, link: 'https://example.org/2' }) as object;
    expect(notices(late.collectedOn)).toMatchObject({
      facts: [{}],
      notices: [{ code: 'evidence.long-ago', params: { day: '1900-01-01', years: 10 } }],
    });
    expect(notices('2016-01-01')).not.toHaveProperty('notices');
  });
});
