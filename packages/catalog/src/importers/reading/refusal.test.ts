import { describe, expect, it } from 'vitest';
import { say } from '../../words.ts';
import { faults, found, sentSheets, sentValue, sheet } from '../testing/documents.ts';
import { catalog, house, profile } from '../testing/oscal-documents.ts';
import { readCatalogueFile } from './catalogue-file.ts';

const controls = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ id: `c-${place}`, title: `Control ${place}` }));

describe('a document that is none of ours', () => {
  it.each([
    ['null', null],
    ['a list', [1, 2, 3]],
    ['text', 'catalog'],
    ['an empty record', {}],
    ['a list where a catalog should stand', { catalog: [] }],
    ['an inherited catalog', Object.create({ catalog: catalog.catalog })],
  ])('%s is refused', (_, value) => {
    expect(faults(sentValue(value))).toEqual([' import.unrecognised']);
  });

  it('is named by what it is', () => {
    expect(faults(sentValue({ 'system-security-plan': {} }))).toEqual([
      'system-security-plan import.other-document',
    ]);
    expect(faults(sentValue({ bomFormat: 'CycloneDX' }))).toEqual(['bomFormat import.other-document']);
    expect(faults(sentValue({ name: 'x', dependencies: {} }))).toEqual([
      'dependencies import.other-document',
    ]);
    expect(
      faults(
        sentSheets(
          sheet('S', [
            ['a', 'b'],
            ['1', '2'],
          ]),
        ),
      ),
    ).toEqual([' import.table-unrecognised']);
    expect(faults(sentSheets())).toEqual([' import.table-unrecognised']);
  });
});

describe('limits', () => {
  it('given an empty framework, then that is said', () => {
    expect(faults(sentValue({ catalog: { metadata: {}, groups: [] } }))).toEqual([' import.empty']);
  });

  it('given 20,000 requirements, then they are read; one more is refused', () => {
    const read = found(sentValue({ catalog: { controls: controls(20_000) } }));
    expect(read.frameworks[0]!.framework.requirements).toHaveLength(20_000);
    expect(faults(sentValue({ catalog: { controls: controls(20_001) } }))).toEqual([' import.too-many']);
  });

  it('given 200 levels, then it is refused where it goes too deep', () => {
    let nestedControl: Record<string, unknown> = { id: 'c-200', title: 'x' };
    for (let depth = 199; depth > 0; depth--) {
      nestedControl = { id: `c-${depth}`, title: 'x', controls: [nestedControl] };
    }
    const told = faults(sentValue({ catalog: { controls: [nestedControl] } }));
    expect(told).toHaveLength(1);
    expect(told[0]!.endsWith(' import.too-deep')).toBe(true);
    const rows = Array.from({ length: 200 }, (_, place) => [
      `${place}`,
      'x',
      place === 0 ? '' : `${place - 1}`,
    ]);
    const deep = sheet('S', [['id', 'title', 'parent'], ...rows]);
    expect(faults(sentSheets(deep))).toEqual(['S!A52 import.too-deep']);
  });

  it('given more faults than can be told, then 200 are listed and the rest counted', () => {
    const wrong = Array.from({ length: 250 }, () => ({ title: 'No id' }));
    const read = readCatalogueFile(sentValue({ catalog: { controls: wrong } }), { frameworks: [] });
    if (!('errors' in read)) throw new Error('found');
    expect([read.errors.length, read.more]).toEqual([200, 50]);
    expect(read.errors[0]).toEqual({ at: 'catalog.controls[0].id', code: 'import.id-missing', params: {} });
  });

  it('given things of the wrong type, then each place is named', () => {
    const wrong = {
      catalog: {
        metadata: { title: 7 },
        controls: [{ id: 5, title: ['x'] }, 'control', { id: 'a', parts: {} }],
      },
    };
    expect(faults(sentValue(wrong)).toSorted()).toEqual([
      'catalog.controls[0].title import.text-expected',
      'catalog.controls[1] import.record-expected',
      'catalog.controls[2].parts import.list-expected',
    ]);
  });
});

it('every fault and notice has words with its values in them', () => {
  const refused = readCatalogueFile(sentValue(profile), { frameworks: [house], framework: 'nobody' });
  if (!('errors' in refused)) throw new Error('found');
  const [fault] = refused.errors;
  const words = say('en', `refusal.${fault!.code}`, fault!.params);
  expect(words).toContain('House rules 3');
  expect(words).toContain('house-rules-3');
});

it('given a framework a person names that nothing in the file belongs to, then it is refused', () => {
  const other = { ...house, id: 'other', requirements: [{ ...house.requirements[0]!, id: 'zz' }] };
  expect(faults(sentValue(catalog), { frameworks: [other], framework: 'other' })).toEqual([
    ' import.nothing-matches',
  ]);
  expect(faults(sentValue(catalog), { framework: 'nobody' })).toEqual([' import.framework-unknown']);
});
