import type { SentDocument } from '@concord/catalog';
import { expect, it } from 'vitest';
import { frameworkCoverage } from '../framework-coverage.ts';
import { answered, asked, rowOf } from '../testing/asked.ts';
import { addControl, claim, csf, judge, regulation, show, start } from '../testing/library.ts';
import { draft } from '../testing/relations.ts';
import { newMemory } from './memory.ts';

const iso = 'iso27001-2022';

function sheet(name: string, rows: readonly (readonly string[])[]): SentDocument {
  const numbered = rows.map((cells, at) => ({ number: at + 1, cells }));
  return { kind: 'sheets', name, hash: 'a'.repeat(64), sheets: [{ name, rows: numbered }] };
}

/** Of the two items, each is one of ZX-1 in one edition only. */
function houseRules(edition: string, [own, other]: readonly [string, string]): SentDocument {
  return sheet(`rules-${edition}`, [
    ['framework', 'house-rules'],
    ['title', 'House rules'],
    ['edition', edition],
    ['id', 'parent', 'title', 'assessable'],
    ['ZX-1', '', 'Wash up', 'yes'],
    ['ZX-2', '', 'Lock up', 'yes'],
    [own, 'ZX-1', 'First item', 'no'],
    [other, 'ZX-2', 'Second item', 'no'],
  ]);
}

it('given another edition is adopted, then the hints are those of its own items', () => {
  const story = start(iso);
  const first = story.done('catalogue import', { document: houseRules('1', ['ZX-a', 'ZX-b']) });
  const second = story.done('catalogue import', { document: houseRules('2', ['ZX-b', 'ZX-a']) });
  const pairs = sheet('pairs', [
    ['from_framework', 'from_id', 'to_framework', 'to_id', 'relation'],
    ['house-rules', 'ZX-a', iso, 'A.5.15', 'related'],
    ['house-rules', 'ZX-b', iso, 'A.5.16', 'related'],
  ]);
  story.done('catalogue import', { document: pairs, from: 'house-rules', to: iso });
  for (const requirement of ['A.5.15', 'A.5.16']) judge(story, [iso, requirement]);
  const memory = newMemory();
  const hinted = () =>
    rowOf(story, 'house-rules', 'ZX-1', { memory }).hints.map(({ requirement }) => requirement);
  story.done('frameworks adopt', { framework: 'house-rules', edition: first });
  expect(hinted()).toEqual(['A.5.15']);
  story.done('frameworks adopt', { framework: 'house-rules', edition: second });
  expect(hinted()).toEqual(['A.5.16']);
});

it('given what is known at the other ends changes, stays and comes back, then remembered hints are those made anew', () => {
  const story = start().on('2026-01-10');
  addControl(story, 'C-1');
  const memory = newMemory();
  const hintsNow = () => {
    const shown = (said: object) =>
      JSON.stringify(answered(frameworkCoverage(asked(story, said), regulation)).rows);
    const remembered = shown({ memory });
    expect(remembered).toBe(shown({}));
    return remembered.split('"suggests"').length;
  };
  const none = hintsNow();
  claim(story, 'C-1', [iso, 'A.5.24']);
  expect(hintsNow()).toBe(none);
  show(story, 'C-1');
  const some = hintsNow();
  expect(some).toBeGreaterThan(none);
  show(story, 'C-1');
  expect(hintsNow()).toBe(some);
  show(story, 'C-1', { outcome: 'fails' });
  expect(hintsNow()).toBe(none);
});

it('given the organisation takes another name, then what its own relations suggest is under that name', () => {
  const story = start(iso, csf);
  judge(story, [csf, 'PR.AA-01']);
  draft(story, [csf, 'PR.AA-01'], ['EQ', [iso, 'A.5.16']]);
  const memory = newMemory();
  const developers = () =>
    rowOf(story, iso, 'A.5.16', { memory }).hints.flatMap(({ source, developer }) =>
      source === 'own' ? [developer] : [],
    );
  expect(developers()).toEqual(['Example']);
  story.done('organisations change', { name: 'Another' });
  expect(developers()).toEqual(['Another']);
});
