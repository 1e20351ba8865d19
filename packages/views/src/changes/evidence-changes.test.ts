import { expect, it } from 'vitest';
import { evidenceRegister } from '../evidence/register.ts';
import { atOnce } from '../pauses/in-parts.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, iso, show, start } from '../testing/library.ts';
import { evidenceChanges } from './evidence-changes.ts';

const nameOf = (person: string) => `${person}!`;

function register() {
  const story = start(iso).on('2026-01-10');
  addControl(story, 'A-1');
  addControl(story, 'B-1');
  const view = () => answered(atOnce(evidenceRegister(asked(story))));
  return { story, view };
}

it('given the same register twice, or one that was never kept, then nothing changed', () => {
  const { story, view } = register();
  show(story, 'A-1');
  expect(evidenceChanges(view(), view(), { nameOf }).rows).toEqual([]);
  expect(evidenceChanges({}, {}, { nameOf }).sentences).toEqual([]);
});

it('given a piece came, one lapsed and one was replaced, then each says what of it is another', () => {
  const { story, view } = register();
  show(story, 'A-1', { title: 'First', validUntil: '2026-01-20' });
  const second = show(story, 'B-1', { title: 'Second' });
  const before = view();
  story.on('2026-02-01');
  show(story, 'B-1', { title: 'Third', versionOf: second });
  const changes = evidenceChanges(before, view(), { nameOf });
  expect(changes.sentences).toEqual([
    'Third (2026-02-01): in the register none → Third; evidence none → fresh.',
    'Second (2026-01-10): evidence fresh → replaced; what rests on it: B-1 no longer; replaced by none → Third (2026-02-01).',
    'First (2026-01-10): evidence fresh → stale.',
  ]);
  expect(changes.rows.map(({ what, after }) => `${what} ${after}`)).toContain('freshness replaced');
  expect(evidenceChanges(before, view(), { nameOf, language: 'de' }).sentences[1]).toBe(
    'Second (2026-01-10): Nachweise aktuell → ersetzt; Was darauf ruht: B-1 entfallen; Ersetzt durch nichts → Third (2026-02-01).',
  );
});

it('given what a piece is, when it is another, then title, day, place, person and controls are told', () => {
  const { story, view } = register();
  show(story, 'A-1', { title: 'First' });
  const before = view();
  const [row] = before.rows;
  const other = {
    ...{ title: 'Named anew', link: 'https://example.org/moved', collectedOn: '2026-01-09', by: 'ben' },
    ...{ outcome: 'fails' as const, coversFrom: '2026-01-01', coversTo: '2026-01-08' },
    ...{ codes: ['A-1', 'B-1'], until: '2026-03-01', graceUntil: '2026-03-05' },
  };
  const after = { ...before, rows: [{ ...row!, ...other }] };
  const whats = evidenceChanges(before, after, { nameOf }).rows.map(({ what }) => what);
  expect(whats).toEqual([
    ...['title', 'source', 'collected', 'covers', 'shows', 'by', 'controls', 'until', 'grace'],
  ]);
});
