import { expect, it } from 'vitest';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, nis2, show, start } from '../testing/library.ts';
import { gapAssessment } from './gap-assessment.ts';

const assessedOf = (story: ReturnType<typeof start>) => answered(atOnce(gapAssessment(asked(story))));

it('given one control that would meet requirements of two frameworks, then the first step closes both', () => {
  const story = start(csf, iso);
  addControl(story, 'AC-1', { implementation: 'planned' });
  claim(story, 'AC-1', [csf, 'PR.AA-05']);
  claim(story, 'AC-1', [iso, 'A.5.15']);
  const { frameworks, roadmap } = assessedOf(story);
  expect(frameworks.map(({ framework }) => framework.id)).toEqual([iso, csf]);
  expect(roadmap.map(({ code, gain }) => [code, gain])).toEqual([['AC-1', 2]]);
  const gap = frameworks[1]?.gaps.find(({ id }) => id === 'PR.AA-05');
  expect(gap).toMatchObject({ step: 1, actions: 0, word: 'Gap, by claim' });
  expect(frameworks[1]?.gaps.find(({ id }) => id === 'GV.OC-01')).not.toHaveProperty('step');
});

it('given it works, then neither is a gap any more and the roadmap is empty', () => {
  const story = start(csf, iso);
  addControl(story, 'AC-1');
  claim(story, 'AC-1', [csf, 'PR.AA-05']);
  show(story, 'AC-1');
  const { frameworks, roadmap } = assessedOf(story);
  expect(roadmap).toEqual([]);
  expect(frameworks.map(({ numbers, gaps }) => numbers.n - numbers.met - gaps.length)).toEqual([0, 0]);
});

it('given an action on a control, then it stands once, with what it closes in each framework', () => {
  const story = start(csf, nis2);
  const control = addControl(story, 'AC-1', { implementation: 'planned' });
  claim(story, 'AC-1', [csf, 'PR.AA-05']);
  claim(story, 'AC-1', [nis2, '21(2)(i)']);
  story.done('actions add', { title: 'Do it', what: 'x', closes: [{ kind: 'control', id: control }] });
  const { actions, frameworks } = assessedOf(story);
  expect(actions.map(({ title, closes }) => [title, closes])).toEqual([
    [
      'Do it',
      [
        { framework: csf, requirements: ['PR.AA-05'] },
        { framework: nis2, requirements: ['21(2)(i)'] },
      ],
    ],
  ]);
  expect(frameworks[1]?.gaps.find(({ id }) => id === '21(2)(i)')?.actions).toBe(1);
});

it('given none of the frameworks is adopted, then it is refused with their names', () => {
  const story = start('hipaa-security-rule');
  expect(atOnce(gapAssessment(asked(story)))).toMatchObject({
    refusal: { code: 'gap-assessment.nothing-adopted' },
  });
});
