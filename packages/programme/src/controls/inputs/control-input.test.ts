import { describe, expect, it } from 'vitest';
import { fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';
import { controlNamed } from '../control.ts';

const controlOf = (story: Story) => controlNamed(story.programme.controls, 'AC-01');
const described = {
  family: 'Networks',
  test: 'Try the door.',
  usualEvidence: ['Door log', 'Photograph'],
};

function withControl(said: object = {}): Story {
  const story = given();
  story.done('controls add', { code: 'AC-01', name: 'Access', ...said });
  return story;
}

describe('family, test and usual evidence of a control', () => {
  it('given none, then it has none: facts of earlier versions fold as they did', () => {
    const control = controlOf(withControl());
    for (const member of [...Object.keys(described), 'source']) expect(control).not.toHaveProperty(member);
  });

  it('given some, then it has them; they can be changed and taken away', () => {
    const story = withControl({ ...described, source: 'elsewhere' });
    expect(controlOf(story)).toMatchObject({ ...described, source: 'elsewhere' });
    expect(story.when('controls set', { control: 'AC-01', ...described })).toEqual({ facts: [] });
    story.done('controls set', { control: 'AC-01', usualEvidence: ['Badge log'], family: 'Doors' });
    expect(controlOf(story)).toMatchObject({
      usualEvidence: ['Badge log'],
      family: 'Doors',
      source: 'elsewhere',
    });
    story.done('controls set', { control: 'AC-01', usualEvidence: null, family: null, test: null });
    const { usualEvidence, family, test } = controlOf(story) as unknown as Record<string, unknown>;
    expect([usualEvidence, family, test]).toEqual([undefined, undefined, undefined]);
    expect(story.when('controls set', { control: 'AC-01', usualEvidence: null })).toEqual({ facts: [] });
  });

  it('given that they were erased, then nothing of them is left, nor what they had replaced', () => {
    const story = withControl(described);
    story.done('controls set', { control: 'AC-01', test: 'Call Ms Example.' });
    const facts = story.facts.map((fact) => {
      if (fact.type !== 'ControlChanged') return fact;
      return { ...fact, data: {}, redacted: ['test'] };
    });
    const folded = controlNamed(fold({ ...given().programme, position: 0 }, facts).controls, 'AC-01');
    expect(folded).toMatchObject({ family: 'Networks', test: undefined });
  });
});
