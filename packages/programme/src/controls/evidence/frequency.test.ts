import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { evidenceOf } from '../evidence.ts';
import { freshnessOn, periodOn } from '../freshness.ts';
import { setFrequencyInput } from './frequency.ts';

const month = {
  frequency: 'continuous',
  period: 'P30D',
  graceDays: 3,
  reason: 'The scanner reports monthly',
};

function withControls(): Story {
  const story = given();
  story.done('controls add', { code: 'C-1', name: 'Scanned', frequency: 'continuous' });
  story.done('controls add', { code: 'C-2', name: 'Scanned too', frequency: 'continuous' });
  story.done('controls add', { code: 'Q-1', name: 'Reviewed', frequency: 'quarterly' });
  return story.on('2026-03-01');
}

function standing(story: Story, on: string, code = 'C-1') {
  const { controls } = story.programme;
  const id = controls.byCode.get(code) as string;
  const period = periodOn(controls, controls.controls.get(id)?.frequency, on);
  return freshnessOn(evidenceOf(controls, id), period, on).freshness;
}

describe('how long evidence of a frequency counts', () => {
  it('given nobody has set it, then it is what is customary', () => {
    const { controls } = withControls().programme;
    expect(periodOn(controls, 'continuous', '2026-03-01')).toMatchObject({ period: 'P1D', graceDays: 1 });
    expect(periodOn(controls, undefined, '2026-03-01')).toBeUndefined();
  });

  it('given it is set, then from its day on pieces count so long, and before as they did', () => {
    const story = withControls();
    const result = { controls: ['C-1', 'Q-1'], outcome: 'works', title: 'Scan', link: 'https://example.org' };
    story.done('evidence add', result);
    story.on('2026-03-10').done('frequencies set', month);
    const days = ['2026-03-02', '2026-03-09', '2026-03-10', '2026-03-31', '2026-04-03', '2026-04-04'];
    expect(days.map((on) => standing(story, on))).toEqual([
      'fresh',
      'stale',
      'fresh',
      'fresh',
      'due',
      'stale',
    ]);
    expect(standing(story, '2026-05-30', 'Q-1')).toBe('fresh');
  });

  it('given a later setting, then each holds from its own day, in whatever order they were recorded', () => {
    const story = withControls();
    story.done('frequencies set', { ...month, effective: '2026-02-20' });
    story.done('frequencies set', { ...month, period: 'P7D', effective: '2026-02-10' });
    const days = ['2026-02-09', '2026-02-10', '2026-02-20'];
    const { controls } = story.programme;
    expect(days.map((on) => periodOn(controls, 'continuous', on)?.period)).toEqual(['P1D', 'P7D', 'P30D']);
  });

  it('given it is set, then every control of that frequency is touched, and no other', () => {
    const story = withControls();
    story.done('frequencies set', month);
    const { touches, byCode } = story.programme.controls;
    const touched = touches.list.filter(({ seq }) => seq === story.programme.position);
    expect(new Set(touched.map(({ control }) => control))).toEqual(
      new Set([byCode.get('C-1'), byCode.get('C-2')]),
    );
  });

  it('given it is set to what it is, then nothing is added', () => {
    const story = withControls();
    story.done('frequencies set', month);
    expect(story.when('frequencies set', { ...month, reason: 'Again' })).toEqual({ facts: [] });
    expect(story.when('frequencies set', { ...month, graceDays: 4 })).toMatchObject({ facts: [{}] });
    expect(story.when('frequencies set', month)).toEqual({ facts: [] });
  });

  it('keeps its reason erasable, and refuses an unknown frequency, a day to come, nothing and too long', () => {
    const story = withControls();
    expect(story.when('frequencies set', month)).toMatchObject({ facts: [{ erasable: ['reason'] }] });
    const refusal = (said: object) => story.refusal('frequencies set', { ...month, ...said });
    expect(refusal({ frequency: 'fortnightly' })).toBe('missing frequency.unknown at frequency');
    expect(refusal({ effective: '2026-03-02' })).toBe('refused date.future at effective');
    for (const period of ['P0D', 'P11Y', 'P10Y1D', 'P9999M']) {
      expect([period, refusal({ period })]).toEqual([period, 'refused frequency.period at period']);
    }
    for (const period of ['P10Y', 'P1W', 'P1Y2M3W4D']) expect(refusal({ period })).toBe('');
  });

  it.each([
    '',
    'P',
    '30D',
    'PT24H',
    'P1DT1H',
    'P-1D',
    '-P1D',
    'p1d',
    'P1.5D',
    'P99999D',
    'P1D ',
    'P1D\n',
    'P1D1Y',
  ])('is not %j', (period) => expect(setFrequencyInput.safeParse({ ...month, period }).success).toBe(false));

  it.each([-1, 1.5, 367])('has no %d days of grace', (graceDays) =>
    expect(setFrequencyInput.safeParse({ ...month, graceDays }).success).toBe(false),
  );
});
