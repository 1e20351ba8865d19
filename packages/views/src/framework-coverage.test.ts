import { assessableOf, framework } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { frameworkCoverage } from './framework-coverage.ts';
import { answered, asked } from './testing/asked.ts';
import { addControl, claim, csf, exclude, iso, judge, show, start } from './testing/library.ts';

const coverageOf = (story: Story, id: string) => answered(frameworkCoverage(asked(story), id));
const group = (story: Story, id: string, named: string) =>
  coverageOf(story, id).groups.find((each) => each.id === named)!;

/** A framework of three levels, in the form that anybody may write. */
function withImported(): Story {
  const rows = [
    ['framework', 'handbook'],
    ['title', 'Handbook'],
    ['edition', '1'],
    ['id', 'parent', 'title'],
    ['H', '', 'House'],
    ['H.1', 'H', 'Kitchen'],
    ['H.1.1', 'H.1', 'Wash up'],
    ['H.1.2', 'H.1', 'Lock up'],
    ['H.2', 'H', 'Garden'],
    ['H.2.1', 'H.2', 'Water'],
  ];
  const sheet = { name: 'Framework', rows: rows.map((cells, at) => ({ number: at + 1, cells })) };
  const story = given().on('2026-01-10');
  const document = { kind: 'sheets', name: 'handbook.csv', hash: 'a'.repeat(64), sheets: [sheet] };
  story.done('catalogue import', { document });
  story.done('frameworks adopt', { framework: 'handbook' });
  return story;
}

describe('the numbers of what stands above', () => {
  it('given an imported framework of three levels, then each level has the numbers of what lies under it', () => {
    const story = withImported();
    addControl(story, 'C-1');
    claim(story, 'C-1', ['handbook', 'H.1.1']);
    show(story, 'C-1');
    judge(story, ['handbook', 'H.2.1']);
    const { groups, rows, numbers } = coverageOf(story, 'handbook');
    expect(rows.map(({ id }) => id)).toEqual(['H.1.1', 'H.1.2', 'H.2.1']);
    expect(groups.map(({ id, parent, numbers: { met, n } }) => [id, parent, met, n])).toEqual([
      ['H', null, 2, 3],
      ['H.1', 'H', 1, 2],
      ['H.2', 'H', 1, 1],
    ]);
    expect([numbers.met, numbers.n]).toEqual([2, 3]);
  });

  it('given a shipped one, then the groups at the top make up the whole, and an exact one says what follows', () => {
    const story = start(csf);
    for (const id of ['RC.CO-03', 'RC.CO-04']) judge(story, [csf, id]);
    const { groups, numbers } = coverageOf(story, csf);
    const top = groups.filter(({ parent }) => parent === null);
    expect(top).toHaveLength(6);
    expect(top.reduce((sum, { numbers: { n } }) => sum + n, 0)).toBe(numbers.n);
    expect(group(story, csf, 'RC.CO').whole).toMatchObject({ kind: 'inferred', mark: 'met' });
  });

  it('given what is not exactly made of its parts, then nothing is said of it as a whole; what is excluded is not counted', () => {
    const story = start(iso);
    expect(group(story, iso, '6')).not.toHaveProperty('whole');
    expect(group(story, iso, '6').numbers.n).toBe(assessableOf(framework(iso)!, '6').length);
    const before = group(story, iso, 'A.5').numbers.n;
    exclude(story, [iso, 'A.5.7']);
    expect(group(story, iso, 'A.5').numbers).toMatchObject({ n: before - 1, excluded: 1 });
  });
});
