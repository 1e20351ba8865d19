import { describe, expect, it } from 'vitest';
import { emptyProgramme, fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';
import { relationGate, relationSays } from './relation.ts';
import { relationsOnRequirement } from './relation-end.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';
const stated = {
  from: [`${iso}/A.5.15`],
  to: `${csf}/PR.AA-05`,
  relation: 'SUP',
  rationaleKind: 'semantic',
  rationale: 'Our access rules say all of it',
};

const start = () => given(iso, csf);
const relationOf = (story: Story, id: string) => story.programme.controls.relations.get(id)!;

describe('stating a relation', () => {
  it('given two requirements, then it is a draft by whom, of which day, and says which way round it is', () => {
    const story = start().on('2026-03-01');
    const decision = story.when('relations state', stated);
    expect(decision).toMatchObject({
      notices: [
        {
          code: 'relation.draft',
          params: { said: 'SUP', from: 'iso27001-2022 A.5.15', to: 'nist-csf-2.0 PR.AA-05' },
        },
      ],
    });
    expect(relationOf(story, story.done('relations state', stated))).toMatchObject({
      from: [{ framework: iso, requirement: 'A.5.15' }],
      to: { framework: csf, requirement: 'PR.AA-05' },
      status: 'draft',
      confidence: 'medium',
      by: 'ana',
      statedOn: '2026-03-01',
    });
  });

  it('given several, then they are meant together, in one order and each once', () => {
    const story = start();
    const from = [`${iso}/A.8.2`, `${iso}/A.5.15`, `${iso}/A.8.2`];
    const relation = relationOf(story, story.done('relations state', { ...stated, from }));
    expect(relation.from.map(({ requirement }) => requirement)).toEqual(['A.5.15', 'A.8.2']);
    expect(relationSays(relation)).toBe(
      'iso27001-2022 A.5.15, iso27001-2022 A.8.2 together contain everything in nist-csf-2.0 PR.AA-05, and more',
    );
    for (const end of ['A.5.15', 'A.8.2'])
      expect(relationsOnRequirement(story.programme.controls, `${iso}/${end}`)).toEqual([relation]);
  });

  it.each(['EQ', 'SUB', 'SUP', 'INT', 'DIS'] as const)(
    '%s has a sentence, alone and together',
    (relation) => {
      const to = { framework: csf, requirement: 'B' };
      const end = (requirement: string) => ({ framework: iso, requirement });
      const alone = relationSays({ from: [end('A')], to, relation });
      const together = relationSays({ from: [end('A'), end('C')], to, relation });
      expect(alone).toMatch(/^iso27001-2022 A .* nist-csf-2.0 B/);
      expect(together).toMatch(/^iso27001-2022 A, iso27001-2022 C together .* nist-csf-2.0 B/);
    },
  );

  it('then a second one on the same ends is refused, whatever it says and whichever way round', () => {
    const story = start();
    story.done('relations state', stated);
    const [from] = stated.from as [string];
    const refusal = (said: object) => story.refusal('relations state', { ...stated, ...said });
    expect(refusal({ relation: 'EQ' })).toBe('conflict relation.exists');
    expect(refusal({ from: [stated.to], to: from, relation: 'SUB' })).toBe('conflict relation.exists');
    expect(refusal({ from: [from, `${iso}/A.8.2`] })).toBe('');
    expect(refusal({ to: `${csf}/PR.AA-01` })).toBe('');
  });

  it('then an end may be written with a colon too, and is the same requirement', () => {
    const story = start();
    const written = { ...stated, from: [`${iso}:A.5.15`], to: `${csf}:PR.AA-05` };
    expect(relationOf(story, story.done('relations state', written)).from).toEqual([
      { framework: iso, requirement: 'A.5.15' },
    ]);
    expect(story.refusal('relations state', stated)).toBe('conflict relation.exists');
  });

  it('then ends must be different requirements of adopted frameworks', () => {
    const story = start();
    const refusal = (said: object) => story.refusal('relations state', { ...stated, ...said });
    expect(refusal({ to: `${iso}/A.5.15` })).toBe('refused relation.same-end at to');
    expect(refusal({ to: `${csf}/PR.AA-99` })).toMatch(/^refused requirement.unknown(-near)? at to$/);
    expect(refusal({ from: [`${iso}/A.5`] })).toBe('refused requirement.not-assessable at from');
    expect(refusal({ from: ['nis2-directive/21(2)(i)'] })).toBe('conflict framework.not-adopted at from');
    expect(refusal({ to: 'iso9001/4' })).toBe('refused framework.unknown at to');
    expect(() => story.when('relations state', { ...stated, to: 'A.5.15' })).toThrow(
      /FRAMEWORK\/REQUIREMENT/,
    );
  });
});

describe('what becomes of a relation', () => {
  it('given it is confirmed, then it says by whom and when, and is not confirmed again', () => {
    const story = start().on('2026-03-01');
    const id = story.done('relations state', stated);
    story.by('ben').on('2026-03-05').done('relations confirm', { relationId: id });
    expect(relationOf(story, id)).toMatchObject({
      status: 'confirmed',
      by: 'ana',
      statedOn: '2026-03-01',
      confirmedBy: 'ben',
      confirmedOn: '2026-03-05',
    });
    expect(story.refusal('relations confirm', { relationId: id })).toBe('conflict relation.confirmed');
  });

  it('given it is changed, then it is a draft again; the same said again changes nothing', () => {
    const story = start();
    const id = story.done('relations state', stated);
    story.done('relations confirm', { relationId: id });
    expect(story.when('relations change', { relationId: id, relation: 'SUP', confidence: 'medium' })).toEqual(
      {
        facts: [],
      },
    );
    story.done('relations change', { relationId: id, relation: 'EQ', rationale: 'The same after all' });
    const changed = relationOf(story, id);
    expect(changed).toMatchObject({ relation: 'EQ', rationale: 'The same after all', status: 'draft' });
    expect([changed.confirmedBy, changed.confirmedOn]).toEqual([undefined, undefined]);
  });

  it('given its reasons were erased, then they are gone, and the ones before do not come back', () => {
    const story = start();
    const id = story.done('relations state', stated);
    story.done('relations change', { relationId: id, rationale: 'Ask Ben Beispiel' });
    const { relations } = fold(emptyProgramme, story.erased()).controls;
    expect(relations.get(id)).toMatchObject({ rationale: '', relation: 'SUP', status: 'draft' });
  });

  it('given it is withdrawn, then nothing is done with it any more, and it can be stated anew', () => {
    const story = start().on('2026-03-01');
    const id = story.done('relations state', stated);
    story.by('ben').done('relations withdraw', { relationId: id, reason: 'Read it again' });
    expect(relationOf(story, id)).toMatchObject({
      status: 'withdrawn',
      withdrawnBy: 'ben',
      withdrawnOn: '2026-03-01',
    });
    for (const [name, input] of [
      ['relations confirm', { relationId: id }],
      ['relations change', { relationId: id, relation: 'EQ' }],
      ['relations withdraw', { relationId: id, reason: 'Again' }],
    ] as const)
      expect(story.refusal(name, input)).toBe('conflict relation.withdrawn');
    expect(story.refusal('relations state', stated)).toBe('');
  });

  it('then an unknown one is missing', () => {
    expect(start().refusal('relations confirm', { relationId: 'none' })).toBe(
      'missing relation.unknown at relationId',
    );
  });

  it('then each step touches both ends, so that views of both frameworks are brought up to date', () => {
    const story = start();
    const id = story.done('relations state', stated);
    story.done('relations confirm', { relationId: id });
    story.done('relations change', { relationId: id, confidence: 'high' });
    story.done('relations withdraw', { relationId: id, reason: 'Enough' });
    const { list } = story.programme.controls.touches;
    const touched = list.map(({ requirement }) => requirement).toArray();
    expect(touched).toEqual(
      Array(4)
        .fill([`${iso}/A.5.15`, `${csf}/PR.AA-05`])
        .flat(),
    );
  });
});

describe('the quality gates', () => {
  const good = {
    status: 'confirmed',
    confidence: 'high',
    relation: 'SUP',
    rationaleKind: 'semantic',
  } as const;

  it.each([
    [{}, undefined],
    [{ rationaleKind: 'functional' }, undefined],
    [{ confidence: 'medium' }, undefined],
    [{ rationaleKind: 'syntactic' }, 'rationale'],
    [{ rationaleKind: 'syntactic', relation: 'SUB' }, 'rationale'],
    [{ rationaleKind: 'syntactic', relation: 'EQ' }, undefined],
    [{ rationaleKind: 'syntactic', relation: 'INT' }, undefined],
    [{ confidence: 'low' }, 'low confidence'],
    [{ status: 'draft', confidence: 'low' }, 'draft'],
  ] as const)('%j: %s', (said, gate) => {
    expect(relationGate({ ...good, ...said })).toBe(gate);
  });
});

describe('the limit of hops', () => {
  it('is one until it is set; the same again changes nothing, and it stays within 0 to 3', () => {
    const story = start();
    expect(story.programme.controls.relationHops).toBe(1);
    story.done('relations limit', { hops: 2 });
    expect(story.programme.controls.relationHops).toBe(2);
    expect(story.when('relations limit', { hops: 2 })).toEqual({ facts: [] });
    for (const hops of [-1, 4, 1.5]) expect(() => story.when('relations limit', { hops })).toThrow();
  });
});
