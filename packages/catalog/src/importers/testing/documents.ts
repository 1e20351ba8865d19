// Small documents of every kind that is read, in words of our own.
import type { Framework } from '../../framework.ts';
import type { SentDocument, Sheet } from '../document.ts';
import type { CatalogueFile, CatalogueReading } from '../reading/catalogue-file.ts';
import { readCatalogueFile } from '../reading/catalogue-file.ts';

export function sentValue(value: unknown, name = 'sent.json'): SentDocument {
  return { kind: 'value', name, hash: '0'.repeat(64), value };
}

export function sentSheets(...sheets: readonly Sheet[]): SentDocument {
  return { kind: 'sheets', name: 'sent.xlsx', hash: '0'.repeat(64), sheets };
}

/** A sheet of the rows given, numbered from 1; rows that hold nothing are left out as a decoder leaves them out. */
export function sheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  const numbered = rows.map((cells, place) => ({ number: place + 1, cells }));
  return { name, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** What is found in a document; fails with the faults where there are any. */
export function found(document: SentDocument, reading: Partial<CatalogueReading> = {}): CatalogueFile {
  const read = readCatalogueFile(document, { frameworks: [], ...reading });
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.found;
}

/** The faults of a document, as place and code; none when it is found. */
export function faults(document: SentDocument, reading: Partial<CatalogueReading> = {}): readonly string[] {
  const read = readCatalogueFile(document, { frameworks: [], ...reading });
  return 'errors' in read ? read.errors.map(({ at, code }) => `${at} ${code}`) : [];
}

const statement = (id: string, prose: string, parts: readonly unknown[] = []) => ({
  id: `${id}_smt`,
  name: 'statement',
  prose,
  parts,
});

export const catalog = {
  catalog: {
    uuid: '00000000-0000-4000-8000-000000000001',
    metadata: {
      title: 'House rules',
      version: '3',
      'oscal-version': '1.1.2',
      parties: [{ uuid: 'x', type: 'organization', name: 'The house' }],
    },
    groups: [
      {
        id: 'do',
        class: 'family',
        title: 'Doors',
        params: [{ id: 'who', label: 'who is meant' }],
        controls: [
          {
            id: 'do-1',
            title: 'Locks',
            params: [
              {
                id: 'do-1_p1',
                select: { 'how-many': 'one-or-more', choice: ['by day', 'at {{ insert: param, hour }}'] },
              },
              { id: 'hour', values: ['22:00'] },
              { id: 'new_id', label: 'a key', props: [{ name: 'alt-identifier', value: 'old_id' }] },
            ],
            props: [
              { name: 'label', value: 'DO-01', class: 'zero-padded' },
              { name: 'label', value: 'DO-1' },
            ],
            parts: [
              statement('do-1', 'The keeper', [
                {
                  name: 'item',
                  props: [{ name: 'label', value: 'a.' }],
                  prose: 'locks {{ insert: param, do-1_p1 }} for {{ insert: param, who }};',
                  parts: [
                    { name: 'item', props: [{ name: 'label', value: '1.' }], prose: 'with {{ old_id }}' },
                  ],
                },
              ]),
              { name: 'guidance', prose: 'Oil the hinges.' },
            ],
            controls: [
              { id: 'do-1.1', title: 'Spare keys', parts: [statement('do-1.1', 'Keep one spare.')] },
              { id: 'do-1.2', title: 'Bells', props: [{ name: 'status', value: 'withdrawn' }] },
            ],
          },
          { id: 'do-2', title: 'DO-2', parts: [statement('do-2', '[Withdrawn: Moved to DO-1]')] },
        ],
      },
      { id: 'wi', title: 'Windows', controls: [{ id: 'wi-1', title: 'Shutters' }] },
    ],
  },
};

export const profile = {
  profile: {
    uuid: '00000000-0000-4000-8000-000000000002',
    metadata: { title: 'Doors only', version: '1' },
    imports: [
      {
        href: '#catalogue',
        'include-controls': [{ 'with-child-controls': 'yes', 'with-ids': ['do-1'] }],
        'exclude-controls': [{ matching: [{ pattern: 'do-*.1' }] }],
      },
    ],
    'back-matter': { resources: [{ uuid: 'catalogue', title: 'House rules 3' }] },
  },
};

export const mapping = {
  'mapping-collection': {
    uuid: '00000000-0000-4000-8000-000000000003',
    metadata: { title: 'House to garden', version: '1', 'last-modified': '2026-03-01T00:00:00Z' },
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'draft',
      'mapping-description': 'By hand',
    },
    mappings: {
      uuid: 'm',
      'source-resource': { type: 'catalog', href: 'catalogs/house/rules.json' },
      'target-resource': { type: 'catalog', href: 'catalogs/garden/rules.json' },
      maps: [
        {
          uuid: '1',
          relationship: 'superset-of',
          sources: [{ type: 'control', 'id-ref': 'do-1' }],
          targets: [
            { type: 'control', 'id-ref': 'ga-1' },
            { type: 'statement', 'id-ref': 'ga-2_smt.a' },
          ],
          'confidence-score': { percentage: 0.75 },
        },
        {
          uuid: '2',
          relationship: 'subset-of',
          sources: [{ type: 'control', 'id-ref': 'wi-1' }],
          targets: [
            { type: 'control', 'id-ref': 'ga-3' },
            { type: 'control', 'id-ref': 'ga-4' },
          ],
        },
      ],
    },
  },
};

const element = (type: string, id: string, title: string, text: string) => ({
  doc_identifier: 'HOUSE_1',
  element_type: type,
  element_identifier: id,
  title,
  text,
});
const leads = (source: string, dest: string, kind = 'projection', to = 'HOUSE_1') => ({
  relationship_identifier: kind,
  source_doc_identifier: 'HOUSE_1',
  source_element_identifier: source,
  dest_doc_identifier: to,
  dest_element_identifier: dest,
});

export const cprt = {
  response: {
    requestType: 4,
    elements: {
      documents: [
        { doc_identifier: 'HOUSE_1', name: 'House rules', version: '1.0', website: 'https://house.example' },
      ],
      relationship_types: [{ relationship_identifier: 'projection', description: 'leads to' }],
      elements: [
        element('subcategory', 'DO.LO-02', '', 'Spare keys are kept'),
        element('subcategory', 'DO.LO-01', '', 'Doors are locked'),
        element('function', 'DO', 'DOORS', 'All that opens'),
        element('category', 'DO.LO', 'Locks', 'All that locks'),
        element('subcategory', 'DO.LO-01', '', 'Doors are locked'),
        element('subcategory', 'DO.LO-03', '', 'Bells ring'),
        element('withdraw_reason', 'WR-DO.LO-03', '', 'Incorporated into DO.LO-01'),
        element('implementation_example', 'DO.LO-01.001', 'Ex1', 'Turn the key'),
        element('party', 'first', '1st', '1st Party Risk'),
      ],
      relationships: [
        leads('DO', 'DO.LO'),
        leads('DO.LO', 'DO.LO-01'),
        leads('DO.LO', 'DO.LO-02'),
        leads('DO.LO', 'DO.LO-03'),
        leads('DO.LO-03', 'WR-DO.LO-03'),
        leads('WR-DO.LO-03', 'DO.LO-01', 'incorporated_into'),
        leads('DO.LO-01', 'DO.LO-01.001'),
        leads('DO.LO-01', 'first'),
        leads('DO.LO-01', 'XX-9', 'external_reference', 'GARDEN_2'),
        leads('DO.LO-01', 'nowhere'),
      ],
    },
  },
};

export const nested = {
  response: {
    elements: [
      {
        elementIdentifier: 'DO',
        elementTypeIdentifier: 'function',
        title: 'DOORS',
        text: 'All that opens',
        elements: [
          {
            elementIdentifier: 'DO-01',
            elementTypeIdentifier: 'subcategory',
            title: '',
            text: 'Doors are locked',
            elements: [
              { elementIdentifier: 'third', elementTypeIdentifier: 'party', title: '3rd', text: '' },
              {
                elementIdentifier: 'DO-01.001',
                elementTypeIdentifier: 'implementation_example',
                title: 'Ex1',
                text: 'Turn the key',
              },
            ],
            externalRelationships: [
              {
                elementIdentifier: 'Annex A Controls: 7.2',
                shortName: 'ISO/IEC 27001:2022',
                olirName: 'first-set',
              },
              {
                elementIdentifier: 'Mandatory Clause: None',
                shortName: 'ISO/IEC 27001:2022',
                olirName: 'first-set',
              },
              { elementIdentifier: '7.3', shortName: 'ISO/IEC 27001:2022', olirName: 'second-set' },
            ],
          },
          {
            elementIdentifier: 'DO-02',
            elementTypeIdentifier: 'subcategory',
            title: '',
            text: 'Bells ring',
            elements: [
              {
                elementIdentifier: 'WR-DO-02',
                elementTypeIdentifier: 'withdraw_reason',
                title: '',
                text: 'Moved to DO-01',
                elements: [
                  {
                    elementIdentifier: 'DO-01',
                    elementTypeIdentifier: 'subcategory',
                    relationIdentifier: 'moved_to',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
};

export const workbook = [
  sheet('Introduction', [
    ['Title', 'House rules 2'],
    ['Generated Date', '2026-02-16T03:21:22Z'],
  ]),
  sheet('House', [
    ['', 'House rules'],
    ['Function', 'Category', 'Subcategory', 'Implementation Examples', 'Informative References'],
    ['DOORS (DO): All that opens', '', '', '', 'ISO/IEC 27001:2022: Mandatory Clause:  7.1, 7.2'],
    ['', 'Locks (DO.LO): All that locks', '', '', ''],
    [
      '',
      '',
      'DO.LO-01: Doors are locked',
      'Ex1: Turn the key\nEx2: Check it',
      'ISO/IEC 27001:2022: Annex A Controls: 7.2\nISO/IEC 27001:2022: Mandatory Clause: 6.11\nISO/IEC 27001:2022: Annex A Controls:\n \nGarden: Step (Hedge, fence): TASK 1\nno set here',
    ],
    ['', '', 'DO.LO-02: [Withdrawn: Moved to DO.LO-01]', '', ''],
    ['DOORS (DO)', '', '', '', ''],
  ]),
];

export const library = {
  urn: 'urn:intuitem:risk:library:house',
  locale: 'en',
  ref_id: 'HOUSE',
  name: 'House rules',
  copyright: 'Free',
  version: 2,
  provider: 'The house',
  objects: {
    framework: {
      urn: 'urn:intuitem:risk:framework:house',
      ref_id: 'HOUSE',
      name: 'House rules',
      implementation_groups_definition: [
        { ref_id: 'B', name: 'basic', description: null },
        { ref_id: 'E', name: 'essential' },
      ],
      requirement_nodes: [
        { urn: 'urn:intuitem:risk:req_node:house:1', assessable: false, depth: 1, ref_id: 1, name: 'Doors' },
        {
          urn: 'urn:intuitem:risk:req_node:house:1.1',
          parent_urn: 'URN:intuitem:risk:req_node:house:1',
          assessable: true,
          depth: 2,
          ref_id: '1.1',
          description: 'Doors are locked',
          implementation_groups: ['B', 'E'],
          translations: { fr: { name: 'Serrures', description: 'Les portes sont verrouillées' } },
        },
        {
          urn: 'urn:intuitem:risk:req_node:house:1:note',
          parent_urn: 'urn:intuitem:risk:req_node:house:1',
          assessable: false,
          depth: 2,
          description: 'Keys are small',
        },
      ],
    },
    requirement_mapping_sets: [
      {
        name: 'House to garden',
        source_framework_urn: 'urn:intuitem:risk:framework:house',
        target_framework_urn: 'urn:intuitem:risk:framework:garden',
        requirement_mappings: [
          {
            source_requirement_urn: 'urn:intuitem:risk:req_node:house:1.1',
            target_requirement_urn: 'urn:intuitem:risk:req_node:garden:g.1',
            relationship: 'intersect',
            strength_of_relationship: 5,
          },
        ],
      },
      {
        name: 'Garden to house',
        source_framework_urn: 'urn:intuitem:risk:framework:garden',
        target_framework_urn: 'urn:intuitem:risk:framework:house',
        requirement_mappings: [
          {
            source_requirement_urn: 'urn:intuitem:risk:req_node:garden:g.1',
            target_requirement_urn: 'urn:intuitem:risk:req_node:house:1.1',
            relationship: 'intersect',
          },
        ],
      },
    ],
  },
};

export const frameworkForm = sheet('Rules', [
  ['Title', 'House rules of the group'],
  ['Publisher', 'Group security'],
  ['ID', 'Parent', 'Level', 'Title', 'Statement', 'Assessable', 'Selections'],
  ['1.1', '1', 'Rule', 'Own accounts', 'Everyone has one', '', 'Level 1; Level 2'],
  ['1', '', 'Chapter', 'Access', '', '', ''],
  ['1.2', '1', 'Rule', 'Note', '', 'no', 'Level 2'],
]);

export const crosswalkForm = sheet('Pairs', [
  ['developer', 'Ann'],
  ['date', '2026-01-31'],
  ['from_framework', 'from_id', 'to_framework', 'to_id', 'relationship', 'strength', 'source'],
  ['house', '1.1', 'garden', 'g.1', 'Subset of', '7', 'notes'],
  ['house', '1.1', 'garden', 'g.2', '', '', 'notes'],
  ['house', '1.2', 'garden', '', 'none', '', 'notes'],
]);

export const house: Framework = found(sentValue(catalog)).frameworks[0]!.framework;
