import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../crosswalk.ts';
import { framework } from '../../framework.ts';
import { hasWords } from '../../words.ts';
import { findId } from './identity.ts';
import { frameworkIdOf, recogniseFramework } from './name.ts';
import { ofEachPair, relationOf, turned } from './relation.ts';
import { shorten, slug, splitHeading, withdrawalIn } from './wording.ts';

describe('the id a framework has for what a file writes', () => {
  const inCsf = (written: string) => findId(framework('nist-csf-2.0')!, written)?.id;
  const inIso = (written: string) => findId(framework('iso27001-2022')!, written);
  const inCsf11 = (written: string) => findId(framework('nist-csf-1.1')!, written)?.id;
  const inNist = (written: string) => findId(framework('nist-sp-800-53r5')!, written)?.id;

  it('is found whatever the capitals, brackets, spaces and leading zeros', () => {
    expect([inCsf('gv.oc-01'), inCsf('GV.OC-01 ')]).toEqual(['GV.OC-01', 'GV.OC-01']);
    expect([inNist('ac-2.1'), inNist('AC-02(01)'), inNist('PM-09')]).toEqual(['AC-2(1)', 'AC-2(1)', 'PM-9']);
    expect(inIso('4.2 (a)')).toEqual({ id: '4.2.a', mended: false });
  });

  it('is not that of another edition that writes no leading zeros', () => {
    expect(inCsf('ID.AM-1')).toBeUndefined();
    expect(inCsf11('ID.AM-1')).toBe('ID.AM-1');
  });

  it('is mended where one dot is lost among plain numbers, and said to be', () => {
    expect(inIso('6.11')).toEqual({ id: '6.1.1', mended: true });
    expect(inNist('AC-26')).toBeUndefined();
    expect(inIso('9'.repeat(500))).toBeUndefined();
  });

  it('is found for every id however a file writes it', () => {
    for (const id of ['iso27001-2022', 'nist-csf-2.0', 'nist-sp-800-53r5'] as const) {
      const known = framework(id)!;
      for (const requirement of known.requirements) {
        expect(findId(known, ` ${requirement.id.toLowerCase()} `)?.id).toBe(requirement.id);
      }
    }
  });
});

it('recognises frameworks by titles, file names, addresses and URNs', () => {
  const named: readonly (readonly [string, string])[] = [
    ['NIST Cybersecurity Framework (CSF) v2.0', 'nist-csf-2.0'],
    ['catalogs/NIST_CSF_v2.0/catalog.json', 'nist-csf-2.0'],
    ['CSF_2_0_0', 'nist-csf-2.0'],
    ['CSF v1.1', 'nist-csf-1.1'],
    ['urn:intuitem:risk:framework:iso27001-2022', 'iso27001-2022'],
    ['ISO/IEC 27001:2013', 'iso27001-2013'],
    ['../nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json', 'nist-sp-800-53r5'],
    ['SP 800-53 Rev 5.1.1', 'nist-sp-800-53r5'],
    ['SP 800-171 Rev 3', 'nist-sp-800-171r3'],
    ['CIS Controls v8.1', 'cis-v8.1'],
    ['CIS Controls v8.0', 'cis-v8'],
    ['Commission Implementing Regulation (EU) 2024/2690', 'nis2-2024-2690'],
  ];
  for (const [name, id] of named) expect(recogniseFramework(name), name).toBe(id);
  expect(recogniseFramework('SP 800-530')).toBeUndefined();
  expect(frameworkIdOf('CRI Profile v2.0')).toBe('cri-profile-v2.0');
  expect(frameworkIdOf('###')).toBe('unnamed');
});

describe('relations', () => {
  it('are read under the names that OSCAL, OLIR and libraries give them', () => {
    expect(
      ['superset-of', 'Subset Of', 'intersect', 'equal-to', 'not_related', 'no-relationship'].map(relationOf),
    ).toEqual(['superset', 'subset', 'intersects', 'equal', 'none', 'none']);
    expect(['covers', '', '__proto__', 'constructor'].map(relationOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('turned twice are what they were', () => {
    for (const relation of ['equal', 'subset', 'superset', 'intersects', 'none', 'related'] as const) {
      expect(turned(turned(relation))).toBe(relation);
    }
    expect(turned('subset')).toBe('superset');
  });

  const within = (one: number, other: number) => (one & ~other) === 0;
  const holds: Readonly<Record<string, (from: number, to: number) => boolean>> = {
    equal: (from, to) => from === to,
    subset: within,
    superset: (from, to) => within(to, from),
    intersects: (from, to) => (from & to) !== 0,
    none: (from, to) => (from & to) === 0,
    related: () => true,
  };

  it('of each pair follow from the relation of the unions, for every choice of sets', () => {
    const sets = fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sets, sets, fc.constantFrom(...Object.keys(holds)), (sources, targets, stated) => {
        const union = (parts: readonly number[]) => parts.reduce((all, part) => all | part, 0);
        fc.pre(holds[stated]!(union(sources), union(targets)));
        const ofPair = ofEachPair(stated as Relation, sources.length, targets.length);
        for (const from of sources) for (const to of targets) expect(holds[ofPair]!(from, to)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
    expect(ofEachPair('superset', 1, 3)).toBe('superset');
    expect(ofEachPair('equal', 1, 2)).toBe('superset');
    expect(ofEachPair('subset', 1, 2)).toBe('related');
    expect(ofEachPair('intersects', 1, 1)).toBe('intersects');
  });
});

it('reads headings, reasons for withdrawal and beginnings', () => {
  expect(splitHeading('Policy (GV.PO): It is set')).toEqual({
    title: 'Policy',
    id: 'GV.PO',
    statement: 'It is set',
  });
  expect(splitHeading('GV.PO-01: It: is set')).toEqual({
    title: '',
    id: 'GV.PO-01',
    statement: 'It: is set',
  });
  expect(splitHeading('GOVERN (GV)')).toEqual({ title: 'GOVERN', id: 'GV', statement: '' });
  expect(splitHeading('No id here: at all')).toBeUndefined();
  expect(withdrawalIn('[Withdrawn: Moved to X]')).toBe('Moved to X');
  expect(withdrawalIn('Withdrawn.')).toBe('withdrawn');
  expect(withdrawalIn('Withdrawn accounts are closed')).toBeUndefined();
  expect(shorten('one two three', 9)).toBe('one two…');
  expect(shorten('one\ntwo')).toBe('one…');
  expect([slug('  ISO/IEC 27001: a_b  '), slug('規'), slug('Règle É'), slug('__proto__')]).toEqual([
    'iso-iec-27001-a-b',
    '',
    'regle-e',
    'proto',
  ]);
});

it('every code that the importers use has words', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const used = sources.flatMap((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    return [...text.matchAll(/\.?(fault|notice)\(\s*[^;]*?'(import\.[a-z-]+)'/g)].map(
      ([, kind, code]) => `${kind} ${code}`,
    );
  });
  expect(used.length).toBeGreaterThan(40);
  for (const one of new Set(used)) {
    const [kind, code] = one.split(' ');
    expect(hasWords(`${kind === 'fault' ? 'refusal' : 'notice'}.${code}`), one).toBe(true);
  }
});
