import { expect, it } from 'vitest';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, iso, nis2, show, start } from '../testing/library.ts';
import { boardSummary } from './board-summary.ts';

const outcome = 'PR.AA-05';

function summaryOf(story: ReturnType<typeof start>, on = story.today) {
  return answered(boardSummary(asked(story, { on })));
}

/** One outcome wanted with high priority, one control claimed for it and shown to work. */
function withTarget() {
  const story = start(csf, iso);
  const profile = story.done('profiles create', { name: 'Two years', framework: csf });
  story.done('targets set', { profile, requirement: outcome, priority: 'high', due: '2027-01-31' });
  addControl(story, 'AC-1');
  claim(story, 'AC-1', [csf, outcome]);
  return story;
}

it('given an outcome is wanted and not shown, then it is a gap, and the board is asked to have it taken up', () => {
  const { functions, gaps, asked: asks } = summaryOf(withTarget());
  expect(functions.map(({ id, wanted }) => [id, wanted])).toContainEqual(['PR', 1]);
  expect(gaps.rows.map(({ requirement }) => requirement)).toEqual([outcome]);
  expect(asks).toContainEqual({ kind: 'gaps-without-action', count: 1, about: [outcome] });
});

it('given an action is on the gap, then the board is asked about the action where nobody has it or it is late', () => {
  const story = withTarget();
  const closes = [{ kind: 'requirement', id: `${csf}/${outcome}` }];
  story.done('actions add', { title: 'Show it', what: 'x', closes, due: story.today });
  const kinds = (on?: string) => summaryOf(story, on).asked.map(({ kind }) => kind);
  expect(kinds()).toContain('actions-without-owner');
  expect(kinds()).not.toContain('gaps-without-action');
  expect(kinds()).not.toContain('actions-late');
  expect(kinds('2099-01-01')).toContain('actions-late');
});

it('given it is shown to work, then it is met, nothing was met a quarter before, and the gap is gone', () => {
  const story = withTarget();
  show(story, 'AC-1');
  const { functions, gaps, evidence, statement } = summaryOf(story);
  const protect = functions.find(({ id }) => id === 'PR');
  expect([protect?.numbers.met, protect?.before, gaps.total]).toEqual([1, undefined, 0]);
  expect(evidence).toMatchObject({ fresh: 1, missing: 0 });
  expect(statement).toMatchObject({ undecided: 93 });
});

it('given no ISO/IEC 27001 and no tiers, then there is no statement, and tiers are asked for', () => {
  const story = start(csf, nis2);
  const { statement, frameworks, asked: asks } = summaryOf(story);
  expect(statement).toBeUndefined();
  expect(frameworks.map(({ id }) => id)).toEqual([csf, nis2]);
  expect(asks.map(({ kind }) => kind)).toContain('tiers');
});
