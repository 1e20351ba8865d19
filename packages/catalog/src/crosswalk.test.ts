import { describe, expect, it } from 'vitest';
import { assessableOf, type Crosswalk, crosswalks, framework, linksOf, requirementOf } from './index.ts';

const measures: Record<string, [pairs: number, fromLinked: number, toLinked: number]> = {
  'csf2-to-iso27001-2022': [414, 106, 90],
  'nis2-2690-to-iso27001-2022': [125, 49, 89],
  'nis2-2690-to-csf2': [279, 47, 86],
  'nis2-21-to-iso27001-2022': [130, 10, 89],
  'nis2-21-to-csf2': [161, 10, 86],
};

function linkedBy(crosswalk: Crosswalk, frameworkId: string): number {
  const linked = (id: string) => linksOf(frameworkId, id).some((link) => link.crosswalk === crosswalk.id);
  return assessableOf(framework(frameworkId)!).filter(({ id }) => linked(id)).length;
}

it('ships exactly these crosswalks', () => {
  expect(crosswalks().map(({ id }) => id)).toEqual(Object.keys(measures));
});

describe.each(crosswalks().map((crosswalk) => [crosswalk.id, crosswalk] as const))('%s', (id, crosswalk) => {
  const from = framework(crosswalk.from)!;
  const to = framework(crosswalk.to)!;

  it('names developer, date, direction, source and licence, and claims no more than a relation', () => {
    for (const member of ['title', 'developer', 'date', 'direction', 'source', 'licence'] as const) {
      expect(crosswalk[member], member).toMatch(/\S/);
    }
    expect(crosswalk.relation).toBe('related');
    expect(crosswalk.status).toBe(id.startsWith('nis2-21-') ? 'derived' : 'published');
  });

  it('holds pairs of existing requirements, each once', () => {
    for (const pair of crosswalk.pairs) {
      expect(pair).toHaveLength(2);
      expect(requirementOf(from, pair[0]), `${pair}`).toBeDefined();
      expect(requirementOf(to, pair[1]), `${pair}`).toBeDefined();
    }
    expect(new Set(crosswalk.pairs.map(String)).size).toBe(crosswalk.pairs.length);
    for (const { id: without, among, statement } of crosswalk.noEquivalent) {
      expect(requirementOf(from, without), without).toBeDefined();
      expect(['clauses', 'annex-a']).toContain(among);
      expect(['none', 'blank', 'all-applicable']).toContain(statement);
    }
  });

  it('measures what it holds', () => {
    const { measured } = crosswalk;
    expect([measured.pairs, measured.fromLinked, measured.toLinked]).toEqual(measures[id]);
    expect(crosswalk.pairs).toHaveLength(measured.pairs);
    expect(measured.fromAssessable).toBe(assessableOf(from).length);
    expect(measured.toAssessable).toBe(assessableOf(to).length);
    expect(linkedBy(crosswalk, crosswalk.from)).toBe(measured.fromLinked);
  });
});

describe('the links of a requirement', () => {
  it('are seen from both sides', () => {
    const there = linksOf('nist-csf-2.0', 'PR.AA-05').filter((link) => link.requirement === 'A.5.15');
    const back = linksOf('iso27001-2022', 'A.5.15').filter((link) => link.requirement === 'PR.AA-05');
    expect(there).toEqual([
      {
        crosswalk: 'csf2-to-iso27001-2022',
        named: 'PR.AA-05',
        framework: 'iso27001-2022',
        requirement: 'A.5.15',
        relation: 'related',
        status: 'published',
        developer: 'Razilio',
      },
    ]);
    expect(back.map(({ framework, named }) => [framework, named])).toEqual([['nist-csf-2.0', 'A.5.15']]);
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

  it('are none for a control no map names and for what does not exist', () => {
    expect(linksOf('iso27001-2022', 'A.8.11').filter((link) => link.framework === 'nist-csf-2.0')).toEqual(
      [],
    );
    expect(linksOf('iso27001-2022', 'A.9.1')).toEqual([]);
    expect(linksOf('no-such', 'A.5.15')).toEqual([]);
  });
});

it('given the developer stated nothing, then that is kept apart from a stated none', () => {
  const { noEquivalent } = crosswalks().find(({ id }) => id === 'csf2-to-iso27001-2022')!;
  const count = (statement: string) => noEquivalent.filter((row) => row.statement === statement).length;
  expect([count('none'), count('blank'), count('all-applicable')]).toEqual([75, 3, 1]);
});
