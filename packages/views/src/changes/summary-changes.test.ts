import { expect, it } from 'vitest';
import { boardSummary } from '../board/board-summary.ts';
import { nis2Compliance } from '../nis2/compliance.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, csf, nis2, regulation, show, start } from '../testing/library.ts';
import { boardChanges, nis2Changes } from './summary-changes.ts';

it('given a point of the annex and the class of an entity changed, then a report on NIS 2 says both', () => {
  const story = start(nis2, regulation);
  const entity = story.done('entities add', {
    name: 'Example',
    activities: ['I.9.1'],
    alone: { persons: 120 },
  });
  const view = () => answered(nis2Compliance(asked(story)));
  const before = view();
  expect(nis2Changes(before, before).rows).toEqual([]);
  addControl(story, 'AC-1');
  claim(story, 'AC-1', [regulation, '1.1']);
  show(story, 'AC-1');
  story.done('entities end', { entity, reason: 'Sold' });
  const rows = nis2Changes(before, view()).rows.map(({ row }) => row);
  expect(rows).toEqual(expect.arrayContaining(['annex 1.1', 'Example']));
  const said = nis2Changes(before, view(), { language: 'de' }).sentences;
  expect(said.find((each) => each.startsWith('Example'))).toBe('Example: Zustand unbestimmt → nichts.');
});

it('given an outcome became met and a tier was chosen, then the page for the board says both', () => {
  const story = start(csf);
  const profile = story.done('profiles create', { name: 'Two years', framework: csf });
  const view = () => answered(boardSummary(asked(story)));
  const before = view();
  expect(boardChanges(before, before).rows).toEqual([]);
  addControl(story, 'AC-1');
  claim(story, 'AC-1', [csf, 'PR.AA-05']);
  show(story, 'AC-1');
  story.done('profiles tiers', { profile, rationale: 'x', governanceCurrent: 2 });
  const rows = boardChanges(before, view()).rows.map(({ row }) => row);
  expect(rows).toEqual(expect.arrayContaining(['Protect', 'Governing risk, as it is']));
  expect(boardChanges(before, view(), { language: 'fr' }).sentences).toContain(
    'Gouverner les risques, actuel\u00a0: état néant → 2.',
  );
});
