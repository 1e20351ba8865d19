import { describe, expect, it } from 'vitest';
import { faults, found, sentValue } from '../testing/documents.ts';
import { library } from '../testing/library-document.ts';

describe('a CISO Assistant library', () => {
  const file = found(sentValue(library));
  const [only] = file.frameworks;

  it('becomes a framework by reference ids, and by what the URN ends with where there is none', () => {
    expect(only!.framework).toMatchObject({
      id: 'house',
      title: 'House rules',
      publisher: 'The house',
      licence: 'Free',
    });
    expect(only!.framework.edition).toBe('library version 2');
    expect(
      only!.framework.requirements.map(({ id, parent, assessable }) => [id, parent, assessable]),
    ).toEqual([
      ['1', null, false],
      ['1.1', '1', true],
      ['1:note', '1', false],
    ]);
    expect(only!.framework.requirements[1]).toMatchObject({
      title: 'Doors are locked',
      statement: 'Doors are locked',
    });
  });

  it('keeps groups that it does not define, and nodes without a URN', () => {
    const plain = {
      objects: {
        framework: {
          name: 'Plain',
          requirement_nodes: [
            { ref_id: 'A', assessable: true, depth: 1, name: 'One', implementation_groups: ['L1'] },
            { ref_id: 'B', assessable: true, depth: 1, name: 'Two', implementation_groups: ['L1', 'L2'] },
          ],
        },
      },
    };
    const { requirements, selections } = found(sentValue(plain)).frameworks[0]!.framework;
    expect(requirements.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(selections?.map(({ id, requirements: chosen }) => [id, chosen])).toEqual([
      ['L1', ['A', 'B']],
      ['L2', ['B']],
    ]);
  });

  it('makes a selection of each implementation group', () => {
    expect(
      only!.framework.selections?.map(({ id, title, requirements }) => [id, title, requirements]),
    ).toEqual([
      ['B', 'basic', ['1.1']],
      ['E', 'essential', ['1.1']],
    ]);
  });

  it('says that it has several languages, and refuses one that it does not have', () => {
    expect(file.notices).toContainEqual({
      code: 'import.languages',
      params: { count: 1, example: 'en, fr' },
    });
    expect(found(sentValue(library), { language: 'fr' }).notices.map(({ code }) => code)).not.toContain(
      'import.languages',
    );
    expect(faults(sentValue(library), { language: 'xx' })).toEqual([' import.language-unknown']);
  });

  it('names its languages and reads in the one asked for, in its own where that says nothing', () => {
    expect(only!.languages).toEqual(['en', 'fr']);
    const french = found(sentValue(library), { language: 'fr' }).frameworks[0]!.framework;
    expect(french.requirements.map(({ title }) => title)).toEqual(['Doors', 'Serrures', 'Keys are small']);
    expect(french.requirements[1]!.statement).toBe('Les portes sont verrouillées');
  });

  it('makes a crosswalk of a mapping set and leaves out the one that turns it round', () => {
    expect(file.crosswalks).toHaveLength(1);
    expect(file.crosswalks[0]!.crosswalk).toMatchObject({
      from: 'house',
      to: 'garden',
      relation: 'intersects',
      pairs: [['1.1', 'g.1', 'intersects', 5]],
    });
    expect(file.notices.map(({ code }) => code)).toContain('import.reverse-left-out');
  });

  it('given a single set under its old name, then it is read too', () => {
    const [set] = library.objects.requirement_mapping_sets;
    const old = { urn: 'u', name: 'Old', objects: { requirement_mapping_set: set } };
    expect(found(sentValue(old)).crosswalks).toHaveLength(1);
  });

  it('given reference ids that repeat, then URNs tell them apart', () => {
    const repeated = structuredClone(library);
    for (const node of repeated.objects.framework.requirement_nodes) node.ref_id = 'R';
    const { requirements } = found(sentValue(repeated)).frameworks[0]!.framework;
    expect(requirements.map(({ id }) => id)).toEqual(['1', '1.1', '1:note']);
  });

  it('given depths and no parents, then the depth says what stands under what', () => {
    const flat = structuredClone(library) as {
      objects: { framework: { requirement_nodes: Record<string, unknown>[] } };
    };
    for (const node of flat.objects.framework.requirement_nodes) delete node.parent_urn;
    const { requirements } = found(sentValue(flat)).frameworks[0]!.framework;
    expect(requirements.map(({ parent }) => parent)).toEqual([null, '1', '1']);
  });

  it('given an unknown relation, an unknown parent and no content, then the place is named', () => {
    const wrong = structuredClone(library);
    wrong.objects.requirement_mapping_sets[0]!.requirement_mappings[0]!.relationship = 'covers';
    wrong.objects.framework.requirement_nodes[1]!.parent_urn = 'urn:intuitem:risk:req_node:house:9';
    expect(faults(sentValue(wrong))).toEqual([
      'objects.requirement_mapping_sets[0].requirement_mappings[0].relationship import.relation-unknown',
      'objects.framework.requirement_nodes[1].urn import.parent-unknown',
    ]);
    wrong.objects.requirement_mapping_sets = [];
    expect(faults(sentValue(wrong))).toEqual([
      'objects.framework.requirement_nodes[1].urn import.parent-unknown',
    ]);
    expect(faults(sentValue({ objects: { risk_matrix: [] } }))).toEqual(['objects import.library-without']);
  });
});
