import { describe, expect, it } from 'vitest';
import { newMemory } from './coverage/memory.ts';
import { everyView } from './testing/asked.ts';
import { addControl, claim, csf, iso, nis2, regulation, show, start } from './testing/library.ts';

function begun() {
  const story = start(iso, csf, nis2, regulation);
  addControl(story, 'C-1');
  claim(story, 'C-1', [iso, 'A.5.15']);
  return story;
}

const seesAll = { person: 'ana', sees: 'all' } as const;

describe('given a reader who sees all', () => {
  it('when nothing changed, then every view is the very same object; on another day it is another', () => {
    const story = begun();
    const memory = newMemory();
    const read = (on = story.today) =>
      Object.values(everyView(story, { reader: seesAll, on, memory })) as object[];
    const before = read();
    read('2026-09-01');
    expect(read().every((view, at) => view === before[at])).toBe(true);
    expect(read('2026-09-01').some((view, at) => view === before[at])).toBe(false);
  });

  it('when one control has new evidence, then every view is another, and of its rows those that say something else', () => {
    const story = begun();
    const memory = newMemory();
    const read = () => Object.values(everyView(story, { reader: seesAll, on: story.today, memory }));
    const before = read();
    show(story, 'C-1');
    const lines = read().flatMap(({ view, rows }, at) => {
      expect(rows).not.toBe(before[at]?.rows);
      return rows.map((row, line) => ({ name: `${view} ${row.id}`, row, was: before[at]?.rows[line] }));
    });
    const others = lines.filter(({ row, was }) => row !== was);
    const differing = lines.filter(({ row, was }) => JSON.stringify(row) !== JSON.stringify(was));
    expect(others).toEqual(differing);
    expect(others.map(({ name }) => name)).toContain('statement-of-applicability A.5.15');
  });
});

it('given a reader of their own after one who sees all, then what they may not see is still hidden', () => {
  const story = begun();
  const memory = newMemory();
  const shownIn = (reader: { person: string; sees: 'all' | 'own' }) => {
    const { soa } = everyView(story, { reader, on: story.today, memory });
    return soa.rows.flatMap(({ controls }) => controls.map(({ code }) => code));
  };
  expect([shownIn(seesAll), shownIn({ person: 'ana', sees: 'own' })]).toEqual([['C-1'], []]);
});
