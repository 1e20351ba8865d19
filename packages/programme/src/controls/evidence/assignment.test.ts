import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { evidenceOf } from '../evidence.ts';

const link = 'https://example.org/report';
const passing = { controls: ['C-1'], outcome: 'works', title: 'Test', link };

function withControls(): Story {
  const story = given();
  for (const code of ['C-1', 'C-2', 'C-3'])
    story.done('controls add', { code, name: code, frequency: 'quarterly' });
  story.done('controls add', { code: 'N-1', name: 'Nobody said how often' });
  return story.on('2026-03-01');
}

const served = (story: Story, code: string) =>
  evidenceOf(story.programme.controls, story.programme.controls.byCode.get(code) as string);

describe('a piece that is there', () => {
  it('can serve further controls, and stays one piece', () => {
    const story = withControls();
    const evidence = story.done('evidence add', passing);
    story.done('evidence assign', { evidence, controls: ['C-1', 'C-2', 'c-2', 'C-3'] });
    expect(served(story, 'C-2')).toEqual(served(story, 'C-1'));
    expect(served(story, 'C-3')[0]?.controls).toHaveLength(3);
    expect(story.programme.controls.evidence.size).toBe(1);
    const [touched] = story.programme.controls.touches.list.takeLast(1);
    expect(touched?.control).toBe(story.programme.controls.byCode.get('C-3'));
  });

  it('and serves them all already adds nothing', () => {
    const story = withControls();
    const evidence = story.done('evidence add', passing);
    expect(story.when('evidence assign', { evidence, controls: ['c-1'] })).toEqual({ facts: [] });
  });

  it('is assigned under the same conditions as a new one', () => {
    const story = withControls();
    const evidence = story.done('evidence add', passing);
    const refusal = (controls: string[], of = evidence) =>
      story.refusal('evidence assign', { evidence: of, controls });
    expect(refusal(['C-9'])).toBe('refused control.unknown at controls');
    expect(refusal(['C-2'], 'none')).toBe('missing evidence.unknown at evidence');
    expect(refusal(['C-2', 'N-1'])).toBe('refused evidence.no-validity at validUntil');
    story.done('controls retire', { control: 'C-3', reason: 'x' });
    expect(refusal(['C-3'])).toBe('conflict control.retired at controls');
    expect(refusal(['C-2'])).toBe('');
    const failing = story.done('evidence add', { ...passing, outcome: 'fails' });
    expect(refusal(['N-1'], failing)).toBe('');
  });

  it('and was replaced by a newer one is assigned no more', () => {
    const story = withControls();
    const evidence = story.done('evidence add', passing);
    story.done('evidence add', { ...passing, versionOf: evidence });
    expect(story.refusal('evidence assign', { evidence, controls: ['C-2'] })).toBe(
      'conflict evidence.replaced at evidence',
    );
  });
});
