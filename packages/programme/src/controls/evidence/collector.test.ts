import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { collectorGrantsOn } from './collector.ts';

const passing = { controls: ['C-1'], outcome: 'works', title: 'Test', link: 'https://example.org' };

function withCollector(said: object = {}): Story {
  const story = given();
  for (const code of ['C-1', 'C-2']) story.done('controls add', { code, name: code, frequency: 'quarterly' });
  story.on('2026-03-01').done('collectors add', { person: 'probe', ...said });
  return story;
}

const may = (story: Story, day: string) =>
  collectorGrantsOn(story.programme.controls, 'probe', day).map(({ role }) => role);

describe('a collector', () => {
  it('may record evidence for a year, and is no person', () => {
    const story = withCollector();
    const days = ['2026-02-28', '2026-03-01', '2027-03-01', '2027-03-02'];
    expect(days.map((day) => may(story, day))).toEqual([
      [],
      ['evidence_collector'],
      ['evidence_collector'],
      [],
    ]);
    expect(collectorGrantsOn(story.programme.controls, 'ana', '2026-03-01')).toEqual([]);
    expect(story.refusal('controls set', { control: 'C-1', owner: 'probe' })).toBe(
      'refused person.unknown at owner',
    );
  });

  it('that was given controls shows those and no other, and learns nothing of others', () => {
    const story = withCollector({ controls: ['C-1'] }).by('probe');
    expect(story.refusal('evidence add', passing)).toBe('');
    expect(story.refusal('evidence add', { ...passing, controls: ['c-1'] })).toBe('');
    const denied = 'denied collector.other-control at controls';
    for (const controls of [['C-2'], ['C-1', 'C-2'], ['NO-9']])
      expect(story.refusal('evidence add', { ...passing, controls })).toBe(denied);
    expect(story.by('ana').refusal('evidence add', { ...passing, controls: ['C-2'] })).toBe('');
  });

  it('that was given none shows any, but points at no record of the ledger', () => {
    const story = withCollector().by('probe');
    expect(story.refusal('evidence add', { ...passing, controls: ['C-1', 'C-2'] })).toBe('');
    const { link: _link, ...rest } = passing;
    expect(story.refusal('evidence add', { ...rest, record: 'organisation/organisation' })).toBe(
      'denied collector.no-record at record',
    );
  });

  it('says that a result counts for a year at most; a person may say longer', () => {
    const story = withCollector().by('probe');
    const lasting = (validUntil: string) => story.refusal('evidence add', { ...passing, validUntil });
    expect([lasting('2027-03-01'), lasting('2027-03-02')]).toEqual([
      '',
      'denied collector.validity-long at validUntil',
    ]);
    expect(story.by('ana').refusal('evidence add', { ...passing, validUntil: '2030-01-01' })).toBe('');
  });

  it('that is renewed may go on until the new day, with the key of that fact', () => {
    const story = withCollector({ until: '2026-03-31' });
    const { position } = story.programme;
    expect(may(story, '2026-04-01')).toEqual([]);
    story.on('2026-06-01').done('collectors renew', { collector: 'probe' });
    expect(may(story, '2027-06-01')).toHaveLength(1);
    expect(story.programme.controls.collectors.get('probe')?.keyAt).toBe(position + 1);
  });

  it('that is ended may do nothing from then on, and is not renewed', () => {
    const story = withCollector();
    story.done('collectors end', { collector: 'probe', reason: 'Replaced' });
    expect(may(story, '2026-03-01')).toEqual([]);
    for (const name of ['collectors renew', 'collectors end'])
      expect(story.refusal(name, { collector: 'probe' })).toBe('conflict collector.ended');
  });

  it('is refused for an unknown control, a last day past or over two years ahead, and twice', () => {
    const story = withCollector();
    const refusal = (said: object) => story.refusal('collectors add', { person: 'other', ...said });
    expect(refusal({ controls: ['C-9'] })).toBe('refused control.unknown at controls');
    expect(refusal({ until: '2026-02-28' })).toBe('refused collector.until at until');
    expect(refusal({ until: '2028-03-02' })).toBe('refused collector.until at until');
    expect([refusal({ until: '2026-03-01' }), refusal({ until: '2028-03-01' })]).toEqual(['', '']);
    expect(refusal({ person: 'probe' })).toBe('conflict collector.exists');
    expect(story.refusal('collectors renew', { collector: 'nobody' })).toBe(
      'missing collector.unknown at collector',
    );
  });

  it('keeps only the reason of its end erasable; no name and no key is in its facts', () => {
    const story = withCollector();
    const added = story.facts.find(({ type }) => type === 'CollectorAdded');
    expect(Object.keys(added?.data as object)).toEqual(['controls', 'from', 'until']);
    expect(story.when('collectors end', { collector: 'probe', reason: 'x' })).toMatchObject({
      facts: [{ erasable: ['reason'] }],
    });
  });
});
