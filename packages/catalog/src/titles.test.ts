import { expect, it } from 'vitest';
import { editionIn, framework, requirementOf, titleIn } from './index.ts';

const iso = framework('iso27001-2022')!;
const named = { framework: iso.id, requirement: 'A.5.15' };
const own = requirementOf(iso, 'A.5.15')!.title;

it('given a title that we ship, then it is had in a language, and in English as it is', () => {
  expect(titleIn('en', named, own)).toBe(own);
  expect(titleIn('de', named, own)).not.toBe(own);
  expect(titleIn('nl', named, own)).toBe(own);
});

it('given a title that came with an imported edition of the same name, then it stays', () => {
  expect(titleIn('de', named, 'What our auditor calls it')).toBe('What our auditor calls it');
});

it('given an edition, then its titles are in the language, all else of them and the edition itself as they were', () => {
  const german = editionIn('de', iso);
  expect(editionIn('de', iso)).toBe(german);
  expect([editionIn('en', iso), editionIn('nl', iso)]).toEqual([iso, iso]);
  const title = titleIn('de', named, own);
  expect(requirementOf(german, 'A.5.15')).toEqual({ ...requirementOf(iso, 'A.5.15'), title });
  expect(requirementOf(iso, 'A.5.15')?.title).toBe(own);
  expect(german.requirements.map(({ id }) => id)).toEqual(iso.requirements.map(({ id }) => id));
});

it('given an edition without words of ours in the language, then it is the very same', () => {
  const imported = { ...framework('iso27001-2013')!, title: 'House rules', edition: '1' };
  expect(editionIn('de', imported)).toBe(imported);
});

it('given an edition, then its name, deadlines and notes are in the language too', () => {
  const directive = framework('nis2-directive')!;
  const german = editionIn('de', directive);
  expect([german.title, german.edition]).toEqual([
    'NIS-2-Richtlinie',
    'Richtlinie (EU) 2022/2555 vom 14. Dezember 2022',
  ]);
  const [own, told] = [directive, german].map((each) => requirementOf(each, '23(4)(a)')!);
  expect(told!.tags).toEqual({ ...own!.tags, deadline: '24 Stunden' });
  expect(told!.beyondIso27001).toEqual({
    ...own!.beyondIso27001,
    note: 'Keine Frist für Meldungen nach außen in ISO 27001',
  });
});
