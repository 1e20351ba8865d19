// Small documents in the formats of NIST's reference tools, in words of our own.
import { sheet } from './documents.ts';

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
                elementIdentifier: 'DO-01',
                elementTypeIdentifier: 'subcategory',
                title: '',
                relationIdentifier: 'moved_to',
              },
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
