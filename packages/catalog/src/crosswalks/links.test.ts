import { describe, expect, it } from 'vitest';
import {
  type Crosswalk,
  crosswalk,
  crosswalks,
  framework,
  linkIndex,
  linksOf,
  linksWithin,
  relations,
  requirementOf,
} from '../index.ts';
import { articleMap, small } from './testing/small.ts';

const shipped: Readonly<Record<string, readonly [pairs: number, noEquivalent: number]>> = {
  'csf2-to-iso27001-2022': [414, 79],
  'nis2-2690-to-iso27001-2022': [125, 0],
  'nis2-2690-to-csf2': [279, 0],
  'nis2-21-to-iso27001-2022': [130, 0],
  'nis2-21-to-csf2': [161, 0],
  'nis2-21-to-iso27001-2022-overview': [42, 0],
  'iso27001-2013-to-2022': [115, 11],
  'csf1.1-to-csf2.0': [185, 0],
  'csf2-to-800-53r5': [746, 0],
  'csf2-to-800-171r3': [313, 0],
  '800-53r5-to-iso27001-2022': [642, 0],
  'csf2-to-iso27001-2022-derived-via-800-53': [1275, 0],
  'hipaa-to-csf1.1': [382, 0],
  'hipaa-to-csf2': [450, 0],
  'hipaa-to-800-53r5': [189, 0],
};

it('ships exactly these crosswalks, with as many pairs and statements that there is none', () => {
  const counted = crosswalks().map(({ id, pairs, noEquivalent }) => [
    id,
    [pairs.length, noEquivalent.length],
  ]);
  expect(counted).toEqual(Object.entries(shipped));
  expect(crosswalk('hipaa-to-csf2')).toBe(crosswalks().find(({ id }) => id === 'hipaa-to-csf2'));
  expect(crosswalk('soc2-to-iso27001-2022')).toBeUndefined();
});

it('ships no map of the CIS Controls and none of the Trust Services Criteria', () => {
  const ends = crosswalks().flatMap(({ from, to }) => [from, to]);
  expect(ends.filter((id) => /^(?:cis|soc2)/.test(id))).toEqual([]);
});

describe.each(crosswalks().map((each) => [each.id, each] as const))('%s', (_, each) => {
  it('names developer, date, direction, source and licence', () => {
    for (const member of ['title', 'developer', 'direction', 'source', 'licence'] as const) {
      expect(each[member], member).toMatch(/\S/);
    }
    expect(each.date).toMatch(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|undated)$/);
    expect(relations).toContain(each.relation);
    expect(['published', 'derived']).toContain(each.status);
  });

  it('says "suggested" of a join over a third framework, and of nothing else', () => {
    const joined = /by way of .+ \(derived\)$/.test(each.title);
    expect(each.relation).toBe(joined ? 'suggested' : 'related');
    if (joined) expect(each.status).toBe('derived');
  });

  it('holds pairs in the shape that the types promise, each once, and strengths only where it says of what', () => {
    for (const [from, to, relation, strength, ...more] of each.pairs as readonly (readonly unknown[])[]) {
      expect([typeof from, typeof to, more.length], `${from} ${to}`).toEqual(['string', 'string', 0]);
      if (relation !== undefined) expect(relations, `${from} ${to}`).toContain(relation);
      if (strength !== undefined) expect(Number.isInteger(strength) && Number(strength) > 0).toBe(true);
    }
    expect(new Set(each.pairs.map(([from, to]) => `${from} ${to}`)).size).toBe(each.pairs.length);
    expect(each.pairs.some((pair) => pair[3] !== undefined)).toBe(each.strengthMeans !== undefined);
  });

  it('names requirements of the frameworks at its ends', () => {
    const [from, to] = [framework(each.from), framework(each.to)];
    expect(from).toBeDefined();
    expect(to === undefined).toBe(each.to === 'nist-sp-800-171r3');
    for (const [source, target] of each.pairs) {
      expect(requirementOf(from!, source), source).toBeDefined();
      if (to) expect(requirementOf(to, target), target).toBeDefined();
    }
    for (const { id, side = 'from', statement } of each.noEquivalent) {
      expect(requirementOf(side === 'from' ? from! : to!, id), id).toBeDefined();
      expect(['none', 'blank', 'all-applicable', 'new']).toContain(statement);
    }
  });
});

it('the correspondence of 2013 to 2022: 35 unchanged, 23 renamed, 57 merged, 11 new', () => {
  const { pairs, noEquivalent } = crosswalk('iso27001-2013-to-2022')!;
  const count = (relation: string) => pairs.filter((pair) => pair[2] === relation).length;
  expect([count('unchanged'), count('renamed'), count('merged')]).toEqual([35, 23, 57]);
  expect(noEquivalent.every(({ side, statement }) => side === 'to' && statement === 'new')).toBe(true);
  const iso = framework('iso27001-2022')!;
  const fresh = iso.requirements.filter(({ tags }) => tags?.changeFrom2013 === 'new').map(({ id }) => id);
  expect(noEquivalent.map(({ id }) => id)).toEqual(fresh);
  expect(pairs.filter(([from]) => from === 'A.18.2.3').map(([, to]) => to)).toEqual(['A.5.36', 'A.8.8']);
});

describe('the links of a requirement', () => {
  it('are seen from both sides', () => {
    const there = linksOf('nist-csf-2.0', 'PR.AA-05').filter((link) => link.requirement === 'A.5.15');
    const back = linksOf('iso27001-2022', 'A.5.15').filter((link) => link.requirement === 'PR.AA-05');
    const joined = { crosswalk: 'csf2-to-iso27001-2022-derived-via-800-53', relation: 'suggested' };
    expect(there).toMatchObject([
      {
        crosswalk: 'csf2-to-iso27001-2022',
        named: 'PR.AA-05',
        framework: 'iso27001-2022',
        requirement: 'A.5.15',
        relation: 'related',
        status: 'published',
        developer: 'Razilio',
      },
      joined,
    ]);
    expect(back.map(({ framework, named }) => [framework, named])).toEqual([
      ['nist-csf-2.0', 'A.5.15'],
      ['nist-csf-2.0', 'A.5.15'],
    ]);
  });

  it('include those that name a point or an item of it', () => {
    expect(linksOf('nis2-2024-2690', '9').map((link) => link.named)).toContain('9.1');
    expect(new Set(linksOf('iso27001-2022', '4.2').map((link) => link.named))).toEqual(
      new Set(['4.2', '4.2.a', '4.2.b']),
    );
  });

  it('do not come down from a heading', () => {
    expect(linksOf('nist-csf-2.0', 'DE').map((link) => link.requirement)).toContain('A.8.16');
    expect(linksOf('nist-csf-2.0', 'DE.CM-06').every((link) => link.named === 'DE.CM-06')).toBe(true);
  });

  it('reach a framework of which the catalogue has nothing, and are none for what does not exist', () => {
    expect(linksOf('nist-sp-800-171r3', '03.03.05').map(({ requirement }) => requirement)).toContain(
      'DE.AE-02',
    );
    expect(linksOf('iso27001-2022', 'A.9.1')).toEqual([]);
    expect(linksOf('no-such', 'A.5.15')).toEqual([]);
  });

  it('bear their own relation and strength; a subset reads as a superset from the other end', () => {
    const index = linkIndex([articleMap]);
    const told = (id: string) =>
      linksOf('other', id, index).map(({ requirement, relation, strength }) => [
        requirement,
        relation,
        strength,
      ]);
    expect(told('x1')).toEqual([['1.1', 'superset', 3]]);
    expect(told('x2')).toEqual([
      ['1.1.a', 'related', undefined],
      ['1.2', 'none', undefined],
    ]);
    expect(linksWithin(small, '1.1', index).map(({ named, relation }) => [named, relation])).toEqual([
      ['1.1', 'subset'],
      ['1.1.a', 'related'],
    ]);
  });

  it('come from an index that is made once for a list', () => {
    const list: readonly Crosswalk[] = [articleMap];
    expect(linkIndex(list)).toBe(linkIndex(list));
    expect(linkIndex([articleMap])).not.toBe(linkIndex(list));
    expect(linksOf('small', '1.1', linkIndex([]))).toEqual([]);
  });
});

it('given the developer stated nothing, then that is kept apart from a stated none', () => {
  const { noEquivalent } = crosswalks().find(({ id }) => id === 'csf2-to-iso27001-2022')!;
  const count = (statement: string) => noEquivalent.filter((row) => row.statement === statement).length;
  expect([count('none'), count('blank'), count('all-applicable')]).toEqual([75, 3, 1]);
});
