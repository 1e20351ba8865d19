import { describe, expect, it } from 'vitest';
import { given } from '../../testing/index.ts';
import { isCalendarOpen } from './share.ts';

const shared = (story: ReturnType<typeof given>, person: string, day = story.today) =>
  isCalendarOpen(story.programme.governance, person, day);

describe('a shared calendar', () => {
  it('is open from the day it is shared for a year, and to nobody else', () => {
    const story = given().on('2026-03-16');
    expect(shared(story, 'ana')).toBe(false);
    story.done('calendar share', {});
    expect(
      ['2026-03-15', '2026-03-16', '2027-03-16', '2027-03-17'].map((day) => shared(story, 'ana', day)),
    ).toEqual([false, true, true, false]);
    expect(shared(story, 'ben')).toBe(false);
  });

  it('is closed at once when it is taken back, and open again when it is shared again', () => {
    const story = given().on('2026-03-16');
    expect(story.refusal('calendar unshare', {})).toBe('conflict calendar.not-shared');
    story.done('calendar share', { until: '2026-04-01' });
    story.done('calendar unshare', {});
    expect(shared(story, 'ana')).toBe(false);
    expect(story.refusal('calendar unshare', {})).toBe('conflict calendar.not-shared');
    story.done('calendar share', {});
    expect(shared(story, 'ana')).toBe(true);
  });

  it('given a last day that is past, or more than two years away, then it is refused', () => {
    const story = given().on('2026-03-16');
    for (const until of ['2026-03-15', '2028-03-17'])
      expect(story.refusal('calendar share', { until })).toBe('refused calendar.until at until');
    expect(story.refusal('calendar share', { until: '2028-03-16' })).toBe('');
  });
});
