import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../framework.ts';
import { faults, found, sentValue } from '../testing/documents.ts';
import { catalog, house, mapping, profile } from '../testing/oscal-documents.ts';
import { matchesPattern } from './selecting.ts';

const requirement = (id: string): Requirement => house.requirements.find((one) => one.id === id)!;

describe('an OSCAL catalog', () => {
  it('becomes a framework: groups are headings, controls and those within them assessable', () => {
    expect(
      house.requirements.map(({ id, parent, level, assessable }) => [id, parent, level, assessable]),
    ).toEqual([
      ['do', null, 'family', false],
      ['do-1', 'do', 'control', true],
      ['do-1.1', 'do-1', 'enhancement', true],
      ['do-1.2', 'do-1', 'enhancement', false],
      ['do-2', 'do', 'control', false],
      ['wi', null, 'group', false],
      ['wi-1', 'wi', 'control', true],
    ]);
    expect([house.title, house.edition, house.publisher, house.id]).toEqual([
      'House rules',
      '3',
      'The house',
      'house-rules-3',
    ]);
  });

  it('composes the statement of its labelled items, with parameters as values, choices and labels', () => {
    expect(requirement('do-1').statement).toBe(
      'The keeper\na. locks [Selection (one or more): by day; at 22:00] for [Assignment: who is meant];\n  1. with [Assignment: a key]',
    );
    expect(requirement('do-1').tags).toBeUndefined();
    expect(requirement('do-1.1').statement).toBe('Keep one spare.');
  });

  it('marks what is withdrawn, by its status or by its words, and leaves it unassessable', () => {
    expect(requirement('do-1.2').tags).toEqual({ withdrawn: 'withdrawn' });
    expect(requirement('do-2').tags).toEqual({ withdrawn: 'Moved to DO-1' });
    expect(requirement('do-2').statement).toBeUndefined();
  });

  it('given parameters that insert each other, then it ends', () => {
    const params = [
      { id: 'a', select: { choice: ['{{ insert: param, b }}'] } },
      { id: 'b', select: { choice: ['{{ insert: param, a }}'] } },
    ];
    const control = {
      id: 'x',
      title: 'X',
      params,
      parts: [{ name: 'statement', prose: '{{ insert: param, a }} {{' }],
    };
    const file = found(sentValue({ catalog: { metadata: { title: 'T' }, controls: [control] } }));
    expect(file.frameworks[0]!.framework.requirements[0]!.statement).toContain('[Assignment: ');
    expect(file.notices).toEqual([]);
  });

  it('given parameters that multiply each other, then the text is refused by its length', () => {
    const choice = (next: number) => Array.from({ length: 60 }, () => `{{ insert: param, p${next} }}`);
    const params = Array.from({ length: 8 }, (_, place) => ({
      id: `p${place}`,
      select: { choice: choice(place + 1) },
    }));
    const prose = '{{ insert: param, p0 }}'.repeat(60);
    const controls = [{ id: 'x', title: 'X', parts: [{ name: 'statement', prose }] }];
    expect(faults(sentValue({ catalog: { params, controls } }))).toEqual([
      'catalog.controls[0].id import.text-too-long',
    ]);
  });

  it('given the same id twice in other words, then both places are told', () => {
    const twice = {
      catalog: {
        controls: [
          { id: 'x', title: 'One' },
          { id: 'x', title: 'Two' },
        ],
      },
    };
    expect(faults(sentValue(twice))).toEqual(['catalog.controls[1].id import.id-twice']);
    const same = {
      catalog: {
        controls: [
          { id: 'x', title: 'One' },
          { id: 'x', title: 'One' },
        ],
      },
    };
    expect(found(sentValue(same)).notices).toEqual([
      { code: 'import.repeated', params: { count: 1, example: 'x' } },
    ]);
  });
});

describe('an OSCAL profile', () => {
  it('selects by id with what is within it, less what it excludes, from the framework its reference names', () => {
    const { selections } = found(sentValue(profile), { frameworks: [house] });
    expect(selections).toHaveLength(1);
    expect(selections[0]!.framework).toBe('house-rules-3');
    expect(selections[0]!.selection).toMatchObject({ id: 'doors-only', requirements: ['do-1', 'do-1.2'] });
    expect(selections[0]!.edition).toBeUndefined();
  });

  it('given include-all, then everything that is not withdrawn', () => {
    const all = { profile: { ...profile.profile, imports: [{ href: '#catalogue', 'include-all': {} }] } };
    const { selections } = found(sentValue(all), { frameworks: [house] });
    expect(selections[0]!.selection.requirements).toEqual(['do-1', 'do-1.1', 'wi-1']);
  });

  it('given no framework by its reference, then it asks for one, and takes the one a person names', () => {
    const lost = {
      profile: { imports: [{ href: 'unknown.json', 'include-controls': [{ 'with-ids': ['wi-1'] }] }] },
    };
    expect(faults(sentValue(lost), { frameworks: [house] })).toEqual([
      'profile.imports[0].href import.framework-unknown',
    ]);
    const named = found(sentValue(lost), { frameworks: [house], framework: house.id });
    expect(named.selections[0]!.selection.requirements).toEqual(['wi-1']);
  });

  it('given ids the framework does not have, then each is a fault', () => {
    const wrong = {
      profile: {
        ...profile.profile,
        imports: [
          {
            href: '#catalogue',
            'include-controls': [{ 'with-ids': ['zz-1', 'do-1', 'zz-2'], matching: [{ pattern: 'q*' }] }],
          },
        ],
      },
    };
    expect(faults(sentValue(wrong), { frameworks: [house] })).toEqual([
      'profile.imports[0].include-controls[0].with-ids[0] import.control-unknown',
      'profile.imports[0].include-controls[0].with-ids[2] import.control-unknown',
      'profile.imports[0].include-controls[0].matching[0].pattern import.pattern-empty',
    ]);
  });

  const modify = {
    'set-parameters': [{ 'param-id': 'who', values: ['the cook'] }],
    alters: [
      {
        'control-id': 'do-1',
        removes: [{ 'by-name': 'guidance' }],
        adds: [
          {
            position: 'after',
            'by-id': 'do-1_smt',
            parts: [{ name: 'statement', prose: 'And tells the owner.' }],
          },
        ],
      },
    ],
  };

  it('given parameters to set and parts to add with the catalog beside it, then the edition has the altered text', () => {
    const altering = sentValue({ profile: { ...profile.profile, modify } });
    const { selections } = found(altering, { frameworks: [], catalogue: sentValue(catalog) });
    const altered = selections[0]!.edition!.requirements.find(({ id }) => id === 'do-1')!;
    expect(altered.statement).toContain('for the cook;');
    expect(altered.statement!.endsWith('\nAnd tells the owner.')).toBe(true);
  });

  it('given a removal that states two conditions, then only what meets both is removed', () => {
    const removing = (remove: object) => ({
      profile: { ...profile.profile, modify: { alters: [{ 'control-id': 'do-1', removes: [remove] }] } },
    });
    const textAfter = (remove: object) => {
      const { selections } = found(sentValue(removing(remove)), { catalogue: sentValue(catalog) });
      return selections[0]!.edition!.requirements.find(({ id }) => id === 'do-1')!.statement;
    };
    expect(textAfter({ 'by-name': 'statement', 'by-class': 'other' })).toMatch(/^The keeper/);
    expect(textAfter({ 'by-name': 'statement', 'by-item-name': 'part' })).toBeUndefined();
  });

  it('given the same without the catalog, then the text is added and what was left out is said', () => {
    const altering = sentValue({ profile: { ...profile.profile, modify } });
    const { selections, notices } = found(altering, { frameworks: [house] });
    const altered = selections[0]!.edition!.requirements.find(({ id }) => id === 'do-1')!;
    expect(altered.statement).toBe(`${requirement('do-1').statement}\nAnd tells the owner.`);
    expect(notices.map(({ code }) => code)).toEqual(['import.parameter-not-set']);
  });

  it('given a profile of a profile, then only a selection that is known can be built on', () => {
    const low = { id: 'low', title: 'Low', source: 'x', requirements: ['wi-1'] };
    const based = { ...house, selections: [low] };
    const on = (name: string) => ({
      profile: { imports: [{ href: `house_rules_3_${name}-baseline_profile.json`, 'include-all': {} }] },
    });
    const { selections } = found(sentValue(on('LOW')), { frameworks: [based] });
    expect(selections[0]!.selection.requirements).toEqual(['wi-1']);
    expect(faults(sentValue(on('HIGH')), { frameworks: [based] })).toEqual([
      'profile.imports[0].href import.profile-of-profile',
    ]);
  });

  it('matches patterns of stars and question marks, however many', () => {
    expect(matchesPattern('ac-2.1', 'ac-*')).toBe(true);
    expect(matchesPattern('ac-2.1', 'ac-?.1')).toBe(true);
    expect(matchesPattern('ac-2.1', 'ac-?')).toBe(false);
    expect(matchesPattern('a'.repeat(100), `${'*a'.repeat(200)}b`)).toBe(false);
  });
});

describe('an OSCAL mapping-collection', () => {
  const imported = found(sentValue(mapping), { frameworks: [house] });
  const [only] = imported.crosswalks;

  it('becomes a crosswalk with its author’s relations and how they came about', () => {
    expect(imported.crosswalks).toHaveLength(1);
    expect(only!.crosswalk).toMatchObject({ date: '2026-03-01', title: 'House to garden', noEquivalent: [] });
    expect(only!.provenance).toEqual({
      method: 'human',
      rationale: 'semantic',
      status: 'draft',
      description: 'By hand',
    });
    expect(only!.example?.relation).toBe('superset');
  });

  it('gives each pair what follows from a statement about a union, and keeps the statement', () => {
    expect(only!.crosswalk.relation).toBe('superset');
    expect(only!.crosswalk.pairs).toEqual([
      ['do-1', 'ga-1', 'superset', 75],
      ['do-1', 'ga-2', 'superset', 75],
      ['wi-1', 'ga-3', 'related'],
      ['wi-1', 'ga-4', 'related'],
    ]);
    expect(only!.joint).toEqual([{ from: ['wi-1'], to: ['ga-3', 'ga-4'], relation: 'subset' }]);
  });

  it('given a person turned it, then subset and superset change places', () => {
    const turned = found(sentValue(mapping), { direction: 'turned' }).crosswalks[0]!;
    expect(turned.crosswalk.pairs[0]).toContain('ga-1');
    expect(turned.example?.relation).toBe('subset');
    expect(turned.crosswalk.direction).toContain('turned on import');
    expect(only!.crosswalk.direction).not.toContain('turned');
    expect(turned.joint[0]!.relation).toBe('superset');
  });

  it('given relations nobody knows and ends that are missing, then all are told at once', () => {
    const wrong = structuredClone(mapping) as {
      'mapping-collection': { mappings: { maps: Record<string, unknown>[] } };
    };
    const maps = wrong['mapping-collection'].mappings.maps;
    maps[0]!.relationship = 'covers';
    maps[1]!.targets = [];
    expect(faults(sentValue(wrong))).toEqual([
      'mapping-collection.mappings.maps[0].relationship import.relation-unknown',
      'mapping-collection.mappings.maps[1].targets import.end-missing',
    ]);
  });

  it('given lists whose product is beyond any crosswalk, then it is refused before the pairs are made', () => {
    const many = Array.from({ length: 5_000 }, (_, place) => ({ type: 'control', 'id-ref': `x-${place}` }));
    const wrong = structuredClone(mapping) as { 'mapping-collection': { mappings: { maps: unknown[] } } };
    wrong['mapping-collection'].mappings.maps = [{ relationship: 'equal-to', sources: many, targets: many }];
    expect(faults(sentValue(wrong))[0]).toBe('mapping-collection.mappings.maps[0] import.too-many-pairs');
  });
});
