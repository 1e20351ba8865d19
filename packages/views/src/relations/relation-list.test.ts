import { expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import { csf, exclude, iso, judge, nis2, start } from '../testing/library.ts';
import { draft, relate } from '../testing/relations.ts';
import { type RelationFilter, relationList, relationSheet } from './relation-list.ts';

const access = [iso, 'A.5.15'] as const;
const outcome = [csf, 'PR.AA-05'] as const;
const duty = [nis2, '21(2)(i)'] as const;

type Told = ReturnType<typeof start>;

const asked = ({ programme, today }: Told) => ({ programme, on: today, memory: newMemory() });
const listed = (story: Told, filter: Partial<RelationFilter> = {}) =>
  relationList(asked(story), { offset: 0, limit: 50, ...filter });

it('given relations, then each is told with its ends as they are written, and which way round it is meant', () => {
  const story = start().on('2026-01-10');
  const id = relate(story, access, ['SUP', outcome]);
  expect(listed(story)).toMatchObject({
    total: 1,
    hops: 1,
    rows: [
      {
        id,
        from: ['iso27001-2022/A.5.15'],
        to: 'nist-csf-2.0/PR.AA-05',
        relation: 'SUP',
        status: 'confirmed',
        standing: 'counts',
        by: 'ana',
        confirmedOn: '2026-01-10',
        statement: 'iso27001-2022 A.5.15 contains everything in nist-csf-2.0 PR.AA-05, and more',
        revision: story.programme.position,
      },
    ],
  });
});

it('then they are told by their ends and by what became of them, a page at a time', () => {
  const story = start();
  const first = relate(story, access, ['SUP', outcome]);
  const second = draft(story, access, ['INT', duty]);
  const ids = (filter: Partial<RelationFilter>) => listed(story, filter).rows.map(({ id }) => id);
  expect(ids({})).toEqual([second, first]);
  expect(ids({ framework: csf })).toEqual([first]);
  expect(ids({ requirement: 'nis2-directive/21(2)(i)' })).toEqual([second]);
  expect(ids({ requirement: 'iso27001-2022/A.5.15' })).toEqual([second, first]);
  expect(ids({ status: 'draft' })).toEqual([second]);
  expect(ids({ offset: 1, limit: 1 })).toEqual([first]);
});

it('then it stands at each end as it is read there: counts, a hint, out of play or withdrawn', () => {
  const story = start(csf).on('2026-01-10');
  const inner = story.done('scopes define', { name: 'Inner' });
  story.done('frameworks adopt', { framework: iso, scope: inner });
  judge(story, outcome);
  const id = relate(story, access, ['EQ', outcome]);
  const sheet = () => relationSheet(asked(story), id);
  expect(sheet()).toMatchObject({
    standing: 'scope',
    ends: [
      { requirement: 'A.5.15', scope: inner, standing: 'counts', title: 'Access control', state: ['F'] },
      { requirement: 'PR.AA-05', scope: 'organisation', standing: 'scope', word: 'Met, as assessed' },
    ],
  });
  exclude(story, access);
  expect(sheet()).toMatchObject({ ends: [{ standing: 'out of play' }, { standing: 'out of play' }] });
  story.done('relations withdraw', { relationId: id, reason: 'Read again' });
  expect(sheet()).toMatchObject({ standing: 'withdrawn' });
});

it('then one that nobody stated is missing', () => {
  expect(relationSheet(asked(start()), 'none')).toMatchObject({ refusal: { code: 'relation.unknown' } });
});
