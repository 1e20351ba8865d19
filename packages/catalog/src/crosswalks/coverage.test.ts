import { describe, expect, it } from 'vitest';
import {
  assessableOf,
  type Crosswalk,
  crosswalk,
  crosswalkSide,
  crosswalks,
  framework,
  requirementOf,
  withoutHeadings,
} from '../index.ts';
import { articleMap, small } from './testing/small.ts';

describe('given a crosswalk from a small framework to one that nobody has', () => {
  const from = crosswalkSide(articleMap, 'from', small);

  it('then a pair that names a point counts for its requirement, and one of relation none for nothing', () => {
    expect([from.assessable, from.linked]).toEqual([['1.1', '1.2', '2.1', '2.2'], ['1.1']]);
  });

  it('then what stands under a named heading is counted apart', () => {
    expect([from.headings, from.underHeadings]).toEqual([['2'], ['2.1', '2.2']]);
  });

  it('then a stated none is kept apart from silence, and an id nobody has is unresolved', () => {
    expect(from.noEquivalent.map(({ id }) => id)).toEqual(['2.2']);
    expect(from.notMapped).toEqual(['1.2', '2.1']);
    expect(from.unresolved).toEqual(['9']);
  });

  it('then every id at the end without a catalogue is unresolved, and what is new there is stated', () => {
    const to = crosswalkSide(articleMap, 'to', undefined);
    expect(to.unresolved).toEqual(['x1', 'x2', 'x3', 'x4']);
    expect([to.assessable, to.linked, to.notMapped]).toEqual([[], [], []]);
    expect(to.noEquivalent.map(({ id }) => id)).toEqual(['x5']);
  });

  it('then without headings it keeps the pairs that start at a requirement or within one', () => {
    expect(withoutHeadings(articleMap, small).pairs.map(([id]) => id)).toEqual(['1.1', '1.1.a', '1.2', '9']);
    expect(withoutHeadings(articleMap, undefined)).toBe(articleMap);
  });
});

describe('the coverage of the shipped crosswalks, measured', () => {
  /** Linked of the from side and of the to side, each followed by those under a linked heading. */
  const figures: Readonly<Record<string, readonly number[]>> = {
    'csf2-to-iso27001-2022': [106, 0, 88, 5],
    'nis2-2690-to-iso27001-2022': [49, 0, 89, 0],
    'nis2-2690-to-csf2': [47, 0, 86, 0],
    'nis2-21-to-iso27001-2022': [10, 0, 89, 0],
    'nis2-21-to-csf2': [10, 0, 86, 0],
    'nis2-21-to-iso27001-2022-overview': [8, 0, 40, 0],
    'iso27001-2013-to-2022': [114, 0, 82, 0],
    'csf1.1-to-csf2.0': [107, 1, 90, 16],
    'csf2-to-800-53r5': [106, 0, 210, 92],
    'csf2-to-800-171r3': [89, 0, 0, 0],
    '800-53r5-to-iso27001-2022': [220, 0, 120, 0],
    'csf2-to-iso27001-2022-derived-via-800-53': [102, 0, 107, 0],
    'hipaa-to-csf1.1': [7, 43, 106, 0],
    'hipaa-to-csf2': [7, 43, 89, 2],
    'hipaa-to-800-53r5': [7, 43, 108, 0],
  };
  const sidesOf = (each: Crosswalk) =>
    (['from', 'to'] as const).map((side) => crosswalkSide(each, side, framework(each[side])));

  it.each(crosswalks().map((each) => [each.id, each] as const))('of %s', (id, each) => {
    const counted = sidesOf(each).flatMap(({ linked, underHeadings }) => [
      linked.length,
      underHeadings.length,
    ]);
    expect(counted).toEqual(figures[id]);
    for (const { framework: name, assessable } of sidesOf(each)) {
      const edition = framework(name);
      expect(assessable).toEqual(edition ? assessableOf(edition).map((requirement) => requirement.id) : []);
    }
  });

  it('by level: 70 controls and 23 clauses of ISO/IEC 27001, 67 and 23 without pairs that start at a heading', () => {
    const iso = framework('iso27001-2022')!;
    const csf = framework('nist-csf-2.0')!;
    const map = crosswalk('csf2-to-iso27001-2022')!;
    const reached = [map, withoutHeadings(map, csf)].map((each) => {
      const { linked, underHeadings } = crosswalkSide(each, 'to', iso);
      const controls = linked.filter((id) => requirementOf(iso, id)?.level === 'control').length;
      return [each.pairs.length, controls, linked.length + underHeadings.length - controls];
    });
    expect(reached).toEqual([
      [414, 70, 23],
      [333, 67, 23],
    ]);
  });

  it('names what no crosswalk resolves: 69 requirements of SP 800-171, and nothing else', () => {
    const unresolved = crosswalks().flatMap((each) => sidesOf(each).flatMap((side) => side.unresolved));
    expect(unresolved).toHaveLength(69);
    expect(unresolved.every((id) => /^03\.\d\d\.\d\d$/.test(id))).toBe(true);
  });

  it('families and a withdrawn control that NIST names are headings, not requirements', () => {
    const { headings } = sidesOf(crosswalk('csf2-to-800-53r5')!)[1]!;
    expect(headings).toEqual(['CP', 'IR', 'PT', 'RA-4']);
  });
});
