import type { Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { csfOf, printedOf, rowOf, whyOf } from '../testing/asked.ts';
import {
  addControl,
  claim,
  csf,
  exclude,
  iso,
  judge,
  nis2,
  regulation,
  show,
  start,
} from '../testing/library.ts';
import { aspectOf, draft, relate } from '../testing/relations.ts';
import { workOutCoverage } from './coverage.ts';
import { requirementMeant } from './joined.ts';
import { newMemory } from './memory.ts';

type Place = readonly [framework: string, requirement: string];

const access: Place = [iso, 'A.5.15'];
const outcome: Place = [csf, 'PR.AA-05'];
const duty: Place = [nis2, '21(2)(i)'];
const technical: Place = [regulation, '11.1'];

const begin = () => start().on('2026-01-10');

describe('given our own relation from what is met', () => {
  it.each([
    ['EQ', 'inferred: Met, inferred from iso27001-2022/A.5.15'],
    ['SUP', 'inferred: Met, inferred from iso27001-2022/A.5.15'],
    ['SUB', 'indicative: At least partly met: supported, not proven'],
    ['INT', 'indicative: At least partly met: supported, not proven'],
    ['DIS', 'unclaimed: Unclaimed'],
  ])('%s: then the other end is %s', (relation, printed) => {
    const story = begin();
    judge(story, access);
    relate(story, access, [relation, outcome]);
    expect(printedOf(story, ...outcome)).toBe(printed);
  });

  it('stated the other way round, then it says the same (decision 11)', () => {
    const story = begin();
    judge(story, access);
    relate(story, outcome, ['SUB', access]);
    expect(printedOf(story, ...outcome)).toBe('inferred: Met, inferred from iso27001-2022/A.5.15');
  });

  it('then it counts as met by inference, and is not asserted', () => {
    const story = begin();
    judge(story, access);
    relate(story, access, ['EQ', outcome]);
    expect(csfOf(story).numbers).toMatchObject({
      n: 106,
      met: 1,
      asserted: 0,
      possible: 106,
      unclaimed: 105,
    });
  });

  it('by claim, then it is so as long as the evidence counts, and stale after that', () => {
    const story = begin();
    addControl(story, 'C-1');
    claim(story, 'C-1', access);
    show(story, 'C-1');
    relate(story, access, ['SUP', outcome]);
    expect(['2026-01-10', '2027-01-10'].map((on) => printedOf(story, ...outcome, { on }))).toEqual([
      'inferred: Met, inferred from iso27001-2022/A.5.15',
      'stale: Stale in part: unknown since evidence lapsed',
    ]);
  });

  it('then it names the inference, which relation it came over, and where it is from', () => {
    const story = begin();
    judge(story, access);
    const relation = relate(story, access, ['SUP', outcome]);
    expect(whyOf(story, outcome).inferences).toMatchObject([
      {
        by: 'relation',
        id: relation,
        sources: ['iso27001-2022/A.5.15'],
        relation: 'SUP',
        allows: 1,
        hops: 1,
      },
    ]);
    const coverage = workOutCoverage(story.programme, aspectOf(story, csf));
    expect(requirementMeant(coverage, 'iso27001-2022/A.5.15')).toEqual({
      framework: iso,
      requirement: 'A.5.15',
    });
    expect(requirementMeant(coverage, 'PR.AA-05')).toEqual({ framework: csf, requirement: 'PR.AA-05' });
    expect(coverage.results.has('iso27001-2022/A.5.15')).toBe(false);
  });

  it('given both ends are of one framework, then it holds there', () => {
    const story = begin();
    judge(story, access);
    relate(story, access, ['SUP', [iso, 'A.5.18']]);
    expect(printedOf(story, iso, 'A.5.18')).toBe('inferred: Met, inferred from A.5.15');
  });
});

describe('given several together', () => {
  const both = [access, technical];

  it('then all of them must be met, of whatever frameworks they are (G40)', () => {
    const story = begin();
    relate(story, both, ['SUP', outcome]);
    judge(story, access);
    expect(printedOf(story, ...outcome)).toBe('unclaimed: Unclaimed');
    judge(story, technical, { validUntil: '2026-02-10' });
    expect(printedOf(story, ...outcome)).toBe(
      'inferred: Met, inferred from iso27001-2022/A.5.15, nis2-2024-2690/11.1',
    );
    expect(rowOf(story, ...outcome, { on: '2026-02-11' })).toMatchObject({
      kind: 'stale',
      state: ['F', 'P', 'N'],
    });
  });

  it('given they are each related for themselves and only overlap, then they are never added up', () => {
    const story = begin();
    for (const each of both) {
      judge(story, each);
      relate(story, each, ['INT', outcome]);
    }
    expect(rowOf(story, ...outcome)).toMatchObject({ kind: 'indicative', state: ['F', 'P'] });
  });

  it('given what they contain together is known to be missing, then that shows on each of them', () => {
    const story = begin();
    relate(story, both, ['EQ', outcome]);
    judge(story, outcome, { judgement: 'not-met' });
    for (const each of both) expect(printedOf(story, ...each)).toBe('gap: Gap, as it follows from others');
  });
});

describe('the gates: what they keep out changes no result and is a hint', () => {
  it.each([
    [{ confidence: 'low' }, 'low confidence'],
    [{ rationaleKind: 'syntactic' }, 'rationale'],
  ])('%j: %s', (said, reason) => {
    const story = begin();
    judge(story, access);
    const relation = relate(story, access, ['SUP', outcome], said);
    const row = rowOf(story, ...outcome);
    expect(row).toMatchObject({ kind: 'unclaimed', state: ['F', 'P', 'N'] });
    expect(row.hints.filter(({ source }) => source === 'own')).toEqual([
      {
        source: 'own',
        crosswalk: relation,
        developer: 'Example',
        framework: iso,
        requirement: 'A.5.15',
        relation: 'subset',
        reason,
        suggests: ['F'],
      },
    ]);
  });

  it('given a draft, then it counts once it is confirmed, and no longer once it is changed or withdrawn', () => {
    const story = begin();
    const memory = newMemory();
    judge(story, access);
    const id = draft(story, access, ['SUP', outcome]);
    const printed = () => {
      const { kind, hints } = rowOf(story, ...outcome, { memory });
      return [kind, hints.flatMap(({ reason }) => reason ?? [])];
    };
    expect(printed()).toEqual(['unclaimed', ['draft']]);
    story.done('relations confirm', { relationId: id });
    expect(printed()).toEqual(['inferred', []]);
    story.done('relations change', { relationId: id, relation: 'INT' });
    expect(printed()).toEqual(['unclaimed', ['draft']]);
    story.done('relations confirm', { relationId: id });
    expect(printed()).toEqual(['indicative', []]);
    story.done('relations withdraw', { relationId: id, reason: 'Read again' });
    expect(printed()).toEqual(['unclaimed', []]);
  });

  it('EQ enters by the words alone', () => {
    const story = begin();
    judge(story, access);
    relate(story, access, ['EQ', outcome], { rationaleKind: 'syntactic' });
    expect(rowOf(story, ...outcome).kind).toBe('inferred');
  });

  it('then a hint of several together names them all, and their relation is to the union', () => {
    const story = begin();
    judge(story, access);
    judge(story, technical);
    draft(story, [access, technical], ['EQ', outcome]);
    const own = (place: Place) => rowOf(story, ...place).hints.find(({ source }) => source === 'own');
    expect(own(outcome)?.together?.map(({ requirement }) => requirement)).toEqual(['A.5.15', '11.1']);
    judge(story, outcome, { judgement: 'not-met' });
    expect(own(access)).toMatchObject({ requirement: 'PR.AA-05', relation: 'related', suggests: ['N'] });
  });
});

describe('the scope gate', () => {
  /** ISO is adopted for an inner scope, the CSF for all of the organisation. */
  function scoped(): { story: Story; inner: string } {
    const story = start(csf).on('2026-01-10');
    const inner = story.done('scopes define', { name: 'Inner' });
    story.done('frameworks adopt', { framework: iso, scope: inner });
    return { story, inner };
  }

  it('given what is met in a narrower scope, then it is only a hint for the wider one', () => {
    const { story } = scoped();
    judge(story, access);
    relate(story, access, ['EQ', outcome]);
    expect(rowOf(story, ...outcome)).toMatchObject({ kind: 'unclaimed' });
    const own = rowOf(story, ...outcome).hints.find(({ source }) => source === 'own');
    expect(own).toMatchObject({ reason: 'scope', suggests: ['F'] });
  });

  it('given what is met in a wider scope, then it is met in the narrower one', () => {
    const { story } = scoped();
    judge(story, outcome);
    relate(story, outcome, ['EQ', access]);
    expect(printedOf(story, ...access)).toBe('inferred: Met, inferred from nist-csf-2.0/PR.AA-05');
  });

  it.each(['not-met', 'partly'])(
    'given it is %s in the wider, then of the narrower that says nothing',
    (judgement) => {
      const { story } = scoped();
      judge(story, outcome, { judgement });
      relate(story, outcome, ['EQ', access]);
      expect(printedOf(story, ...access)).toBe('unclaimed: Unclaimed');
    },
  );

  it('given it was judged in the narrower scope itself, then that comes first', () => {
    const { story, inner } = scoped();
    judge(story, outcome);
    judge(story, outcome, { judgement: 'not-met', scope: inner });
    relate(story, outcome, ['EQ', access]);
    expect(printedOf(story, ...access)).toBe('gap: Gap, as it follows from others');
  });

  it('given it is excluded in the wider, then it informs nobody, unless it is applicable in the narrower', () => {
    const { story, inner } = scoped();
    story.done('frameworks adopt', { framework: regulation });
    judge(story, technical);
    relate(story, technical, ['EQ', access]);
    exclude(story, technical);
    expect(printedOf(story, ...access)).toBe('unclaimed: Unclaimed');
    const reasons = [{ kind: 'law', text: 'The law asks' }];
    const [framework, requirement] = technical;
    const decision = { framework, requirement, scope: inner, applicable: true, reasons };
    story.done('applicability decide', decision);
    expect(printedOf(story, ...access)).toBe('inferred: Met, inferred from nis2-2024-2690/11.1');
  });

  it('given a control that operates in all of the organisation, then its claim elsewhere counts inside', () => {
    const { story, inner } = scoped();
    addControl(story, 'C-1');
    addControl(story, 'C-2', { scopes: [inner] });
    show(story, 'C-1');
    show(story, 'C-2');
    relate(story, outcome, ['EQ', access]);
    claim(story, 'C-2', outcome);
    expect(printedOf(story, ...outcome)).toBe('unclaimed: Unclaimed');
    expect(printedOf(story, ...access)).toBe('inferred: Met, inferred from nist-csf-2.0/PR.AA-05');
  });
});

describe('one hop is the limit unless set otherwise', () => {
  function chain(): Story {
    const story = begin();
    judge(story, access);
    relate(story, access, ['SUP', outcome]);
    relate(story, outcome, ['EQ', duty]);
    return story;
  }

  it('then over two it stays true and only supports', () => {
    const story = chain();
    expect(rowOf(story, ...outcome).kind).toBe('inferred');
    expect(rowOf(story, ...duty)).toMatchObject({ kind: 'indicative', state: ['F'], mark: 'supported' });
  });

  it('given the limit is set, then it counts up to there, in a memory too', () => {
    const story = chain();
    const memory = newMemory();
    const kinds = () => [outcome, duty].map((place) => rowOf(story, ...place, { memory }).kind);
    expect(kinds()).toEqual(['inferred', 'indicative']);
    story.done('relations limit', { hops: 2 });
    expect(kinds()).toEqual(['inferred', 'inferred']);
    story.done('relations limit', { hops: 0 });
    expect(kinds()).toEqual(['indicative', 'indicative']);
  });

  it('given two overlaps in a row, then they conclude nothing (G44)', () => {
    const story = begin();
    judge(story, access);
    relate(story, access, ['INT', outcome]);
    relate(story, outcome, ['INT', duty]);
    expect(rowOf(story, ...outcome)).toMatchObject({ kind: 'indicative', state: ['F', 'P'] });
    expect(printedOf(story, ...duty)).toBe('unclaimed: Unclaimed');
  });
});

describe('given what contradicts itself over two frameworks', () => {
  function torn(): Story {
    const story = begin();
    judge(story, access);
    judge(story, outcome, { judgement: 'not-met' });
    relate(story, access, ['EQ', outcome]);
    return story;
  }

  it('then both ends are in conflict, each with both chains down to the judgement', () => {
    const story = torn();
    for (const [place, other] of [
      [access, 'nist-csf-2.0/PR.AA-05'],
      [outcome, 'iso27001-2022/A.5.15'],
    ] as const) {
      expect(printedOf(story, ...place)).toBe('conflict: Conflict');
      const sides = whyOf(story, place).conflict;
      expect(sides?.map(({ by, sources }) => [by, sources])).toEqual([
        ['judgement', [place[1]]],
        ['relation', [other]],
      ]);
      expect(sides?.[1]?.trail).toMatchObject([{ by: 'judgement', requirement: other }]);
    }
  });

  it('then neither informs a third (decision 3)', () => {
    const story = torn();
    relate(story, outcome, ['EQ', duty]);
    expect(printedOf(story, ...duty)).toBe('unclaimed: Unclaimed');
  });
});

it('given an excluded source, then it informs nobody, and is informed by nobody', () => {
  const story = begin();
  judge(story, access);
  relate(story, access, ['EQ', outcome]);
  exclude(story, access);
  expect(printedOf(story, ...outcome)).toBe('unclaimed: Unclaimed');
  judge(story, outcome, { judgement: 'not-met' });
  expect(printedOf(story, ...access)).toBe('excluded: Excluded');
});

it('given a gap that only the closed list makes, then it informs nobody (decision 2)', () => {
  const story = begin();
  addControl(story, 'C-1', { implementation: 'planned' });
  claim(story, 'C-1', access);
  relate(story, access, ['EQ', outcome]);
  expect(printedOf(story, ...access)).toBe('gap: Gap, by claim');
  expect(printedOf(story, ...outcome)).toBe('unclaimed: Unclaimed');
});

it('given all parts of a whole by relation, then the whole is met, and that was no further hop', () => {
  const story = begin();
  judge(story, access);
  judge(story, [iso, 'A.5.16']);
  relate(story, access, ['SUP', [csf, 'RC.CO-03']]);
  relate(story, [iso, 'A.5.16'], ['SUP', [csf, 'RC.CO-04']]);
  const whole = csfOf(story).groups.find(({ id }) => id === 'RC.CO');
  expect(whole).toMatchObject({ kind: 'inferred', word: 'Met, inferred from RC.CO-03, RC.CO-04' });
});

it('given another edition no longer asks it, then the relation is out of play, and back with the edition', () => {
  const story = begin();
  judge(story, access);
  story.done('frameworks adopt', { framework: 'nist-sp-800-53r5' });
  relate(story, access, ['EQ', [`nist-sp-800-53r5`, 'AC-1']]);
  relate(story, ['nist-sp-800-53r5', 'AC-2(1)'], ['SUP', outcome]);
  judge(story, ['nist-sp-800-53r5', 'AC-2(1)']);
  const memory = newMemory();
  const kind = () => rowOf(story, ...outcome, { memory }).kind;
  expect(kind()).toBe('inferred');
  story.done('frameworks adopt', { framework: 'nist-sp-800-53r5', selection: 'low' });
  expect(kind()).toBe('unclaimed');
  expect(rowOf(story, 'nist-sp-800-53r5', 'AC-1').kind).toBe('inferred');
  story.done('frameworks adopt', { framework: 'nist-sp-800-53r5' });
  expect(kind()).toBe('inferred');
});

describe('given a memory of what was read before', () => {
  function claimedElsewhere(): Story {
    const story = begin();
    addControl(story, 'C-1');
    claim(story, 'C-1', duty);
    show(story, 'C-1');
    story.done('relations limit', { hops: 2 });
    return story;
  }

  it('when a result elsewhere changes, then what follows from it does too, and comes back', () => {
    const story = claimedElsewhere();
    relate(story, duty, ['EQ', outcome]);
    const memory = newMemory();
    const kind = () => rowOf(story, ...outcome, { memory }).kind;
    expect(kind()).toBe('inferred');
    show(story, 'C-1', { outcome: 'fails' });
    expect(kind()).toBe('unclaimed');
    show(story.on('2026-01-11'), 'C-1');
    expect(kind()).toBe('inferred');
  });

  it.each([
    ['the first of this framework', []],
    ['another one', [[iso, 'A.5.17']]],
  ] as const)('when %s leads on to a third, then all that is known there counts', (_, related) => {
    const story = claimedElsewhere();
    for (const place of related) relate(story, place, ['INT', [csf, 'DE.CM-01']]);
    relate(story, duty, ['EQ', outcome]);
    claim(story, 'C-1', [iso, 'A.5.16']);
    const memory = newMemory();
    const kind = () => rowOf(story, ...access, { memory }).kind;
    expect(kind()).toBe('unclaimed');
    const id = relate(story, outcome, ['EQ', access]);
    expect(kind()).toBe('inferred');
    expect(rowOf(story, iso, 'A.5.16', { memory }).kind).toBe('claimed');
    story.done('relations withdraw', { relationId: id, reason: 'Read again' });
    expect(kind()).toBe('unclaimed');
  });

  it('when the other framework is adopted for another scope, then the relation is read anew', () => {
    const story = claimedElsewhere();
    const inner = story.done('scopes define', { name: 'Inner' });
    relate(story, duty, ['EQ', outcome]);
    const memory = newMemory();
    const kind = () => rowOf(story, ...outcome, { memory }).kind;
    expect(kind()).toBe('inferred');
    story.done('frameworks adopt', { framework: nis2, scope: inner });
    expect(kind()).toBe('unclaimed');
  });

  it('when something changes that no relation leads to, then every other row stays the same object', () => {
    const story = claimedElsewhere();
    relate(story, duty, ['EQ', outcome]);
    const memory = newMemory();
    const first = csfOf(story, { memory });
    addControl(story, 'C-2');
    claim(story, 'C-2', [csf, 'DE.CM-01']);
    const next = csfOf(story, { memory });
    const rowsOf = ({ rows }: typeof first) => new Map(rows.map((row) => [row.id, row]));
    const changed = [...rowsOf(next)].filter(([id, row]) => rowsOf(first).get(id) !== row).map(([id]) => id);
    expect(changed).toEqual(['DE.CM-01']);
  });
});
