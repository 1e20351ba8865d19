import { describe, expect, it } from 'vitest';
import { framework } from '../../framework.ts';
import { faults, found, sentSheets, sentValue, sheet } from '../testing/documents.ts';
import { cprt, nested, workbook } from '../testing/nist-documents.ts';
import { readReference } from './reference.ts';

const iso = framework('iso27001-2022')!;

describe('a CPRT export', () => {
  const file = found(sentValue(cprt));
  const { requirements } = file.frameworks[0]!.framework;
  const one = (id: string) => requirements.find((requirement) => requirement.id === id)!;

  it('becomes a framework: projections lead from parent to child, statements stand where titles are empty', () => {
    expect(requirements.map(({ id, parent, assessable }) => [id, parent, assessable])).toEqual([
      ['DO', null, false],
      ['DO.LO', 'DO', false],
      ['DO.LO-02', 'DO.LO', true],
      ['DO.LO-01', 'DO.LO', true],
      ['DO.LO-03', 'DO.LO', false],
    ]);
    expect([one('DO.LO-01').title, one('DO.LO-01').statement]).toEqual([
      'Doors are locked',
      'Doors are locked',
    ]);
    expect(one('DO.LO').title).toBe('Locks');
  });

  it('is read however the tool wraps it', () => {
    const { documents, elements, relationships } = cprt.response.elements;
    const lists = { documents, elements, relationships };
    for (const wrapped of [
      lists,
      { elements: lists },
      { response: lists },
      { response: { elements: lists } },
    ]) {
      expect(found(sentValue(wrapped)).frameworks[0]!.framework.requirements).toEqual(requirements);
    }
  });

  it('keeps examples, whose risk it is and why something was withdrawn', () => {
    expect(one('DO.LO-01').tags).toEqual({ implementationExamples: 'Ex1: Turn the key', riskParty: 'first' });
    expect(one('DO.LO-03').tags).toEqual({ withdrawn: 'Incorporated into DO.LO-01' });
  });

  it('tolerates elements that are repeated and relationships that lead nowhere, and says so', () => {
    expect(file.notices).toEqual([
      { code: 'import.repeated', params: { count: 1, example: 'DO.LO-01' } },
      { code: 'import.relationship-loose', params: { count: 1, example: 'HOUSE_1 nowhere' } },
    ]);
  });

  it('makes a crosswalk of references to another document', () => {
    expect(file.crosswalks.map(({ crosswalk }) => [crosswalk.from, crosswalk.to, crosswalk.pairs])).toEqual([
      ['house-rules-1.0', 'garden_2'.replace('_', '-'), [['DO.LO-01', 'XX-9']]],
    ]);
  });

  it('given a sort element for each, then the order is theirs', () => {
    const sorting = structuredClone(cprt);
    const { elements, relationships } = sorting.response.elements;
    const order = [
      ['DO', '1'],
      ['DO.LO', '1.1'],
      ['DO.LO-01', '1.1.1'],
      ['DO.LO-02', '1.1.2'],
      ['DO.LO-03', '1.1.10'],
    ];
    for (const [id, title] of order) {
      elements.push({
        ...elements[0]!,
        element_type: 'sort',
        element_identifier: `S-${id}`,
        title: title!,
        text: '',
      });
      relationships.push({
        ...relationships[0]!,
        source_element_identifier: id!,
        dest_element_identifier: `S-${id}`,
      });
    }
    const sorted = found(sentValue(sorting)).frameworks[0]!.framework.requirements;
    expect(sorted.map(({ id }) => id)).toEqual(order.map(([id]) => id));
  });

  it('given controls whose text stands in statements under them, then it is put together; a ring is a fault', () => {
    const parts = (type: string, id: string, title: string, text: string) => ({
      doc_identifier: 'D',
      element_type: type,
      element_identifier: id,
      title,
      text,
    });
    const leads = (source: string, dest: string) => ({
      relationship_identifier: 'projection',
      source_doc_identifier: 'D',
      source_element_identifier: source,
      dest_doc_identifier: 'D',
      dest_element_identifier: dest,
    });
    const elements = [
      parts('family', 'AA', 'Family', ''),
      parts('control', 'AA-1', 'Control', ''),
      parts('control_statement', 'CST', '', 'The keeper:'),
      parts('control_statement', 'CST_a', 'a.', 'locks'),
      parts('control', 'AA-2', 'Gone', ''),
      parts('control_statement', 'CST_2', '', 'Withdrawn'),
    ];
    const relationships = [
      leads('AA', 'AA-1'),
      leads('AA', 'AA-2'),
      leads('AA-1', 'CST'),
      leads('CST', 'CST_a'),
      leads('AA-2', 'CST_2'),
    ];
    const document = {
      documents: [{ doc_identifier: 'D', name: 'Rules', version: '1' }],
      elements,
      relationships,
    };
    const { requirements: read } = found(sentValue(document)).frameworks[0]!.framework;
    expect(read.map(({ id, statement, assessable }) => [id, statement, assessable])).toEqual([
      ['AA', undefined, false],
      ['AA-1', 'The keeper:\na. locks', true],
      ['AA-2', undefined, false],
    ]);
    const ring = { ...document, relationships: [...relationships, leads('AA-1', 'AA')] };
    expect(faults(sentValue(ring))).toEqual([
      'elements[0].element_identifier import.parent-ring',
      'elements[1].element_identifier import.parent-ring',
      'elements[4].element_identifier import.parent-ring',
    ]);
  });
});

describe('the JSON of the CSF Reference Tool', () => {
  const file = found(sentValue(nested), { frameworks: [iso] });

  it('becomes a framework; what stands under a reason for withdrawal is no requirement', () => {
    const { requirements } = file.frameworks[0]!.framework;
    expect(requirements.map(({ id, assessable }) => [id, assessable])).toEqual([
      ['DO', false],
      ['DO-01', true],
      ['DO-02', false],
    ]);
    expect(requirements[1]!.tags).toEqual({
      implementationExamples: 'Ex1: Turn the key',
      riskParty: 'third',
    });
    expect(requirements[2]!.tags).toEqual({ withdrawn: 'Moved to DO-01' });
    expect(file.notices).toEqual([]);
  });

  it('makes a crosswalk of each set, though two bear the same name', () => {
    expect(
      file.crosswalks.map(({ crosswalk }) => [crosswalk.to, crosswalk.pairs, crosswalk.noEquivalent]),
    ).toEqual([
      ['iso27001-2022', [['DO-01', 'A.7.2']], [{ id: 'DO-01', among: 'clauses', statement: 'none' }]],
      ['iso27001-2022', [['DO-01', '7.3']], []],
    ]);
    expect(new Set(file.crosswalks.map(({ crosswalk }) => crosswalk.id)).size).toBe(2);
  });
});

describe('the workbook of the CSF Reference Tool', () => {
  const file = found(sentSheets(...workbook), { frameworks: [iso] });

  it('becomes the core with its examples', () => {
    const { requirements, title } = file.frameworks[0]!.framework;
    expect(title).toBe('House rules 2');
    expect(requirements.map(({ id, parent, assessable }) => [id, parent, assessable])).toEqual([
      ['DO', null, false],
      ['DO.LO', 'DO', false],
      ['DO.LO-01', 'DO.LO', true],
      ['DO.LO-02', 'DO.LO', false],
    ]);
    expect(requirements[0]).toMatchObject({ title: 'DOORS', statement: 'All that opens' });
    expect(requirements[2]!.tags).toEqual({ implementationExamples: 'Ex1: Turn the key\nEx2: Check it' });
  });

  it('makes a crosswalk of each set of references, its ids put right', () => {
    const [standard, garden] = file.crosswalks;
    expect(standard!.crosswalk.pairs).toEqual([
      ['DO', '7.1'],
      ['DO', '7.2'],
      ['DO.LO-01', 'A.7.2'],
      ['DO.LO-01', '6.1.1'],
    ]);
    expect(standard!.crosswalk.noEquivalent).toEqual([
      { id: 'DO.LO-01', among: 'annex-a', statement: 'blank' },
    ]);
    expect(garden!.crosswalk.pairs).toEqual([['DO.LO-01', 'Step (Hedge, fence): TASK 1']]);
    expect(file.notices.map(({ code }) => code)).toEqual([
      'import.reference-unread',
      'import.repeated',
      'import.id-mended',
    ]);
  });

  it('given a heading without an id, then its cell is named', () => {
    const wrong = sheet('House', [
      ['Function', 'Category', 'Subcategory'],
      ['Doors and windows'],
      ['DO: All'],
    ]);
    expect(faults(sentSheets(wrong))).toEqual(['House!A2 import.heading-unread']);
  });
});

it('reads references as developers write them', () => {
  const read = (written: string) => readReference('iso27001-2022', written);
  expect(read('Mandatory Clause:  6.1,')).toEqual({ ids: ['6.1'], among: 'clauses' });
  expect(read(' Annex A Controls: A.5.1; 5.2')).toEqual({ ids: ['A.5.1', 'A.5.2'], among: 'annex-a' });
  expect(read('Annex A Controls: All applicable controls')).toEqual({
    ids: [],
    among: 'annex-a',
    without: 'all-applicable',
  });
  expect(read('Annex A Controls:')).toEqual({ ids: [], among: 'annex-a', without: 'blank' });
  expect(readReference('other', 'TASK P-3, Risk Assessment')).toEqual({ ids: ['TASK P-3, Risk Assessment'] });
});
