import type { Block } from '../../blocks.ts';

export const columns: Block = {
  kind: 'columns',
  columns: [
    [
      {
        kind: 'table',
        caption: 'Top risks',
        columns: [
          { id: 'risk', label: 'Risk', width: 72, identifies: true },
          { id: 'level', label: 'Level', width: 28 },
        ],
        rows: [
          [
            [
              'Ransomware reaches customers through our console',
              { text: '€410,000 a year; keys by 15 January', quiet: true },
            ],
            { text: 'Very high', mark: 'gap' },
          ],
          [
            [
              'Hosted customers cannot be restored in time',
              { text: 'All clusters tested by 31 January', quiet: true },
            ],
            { text: 'High', mark: 'partly' },
          ],
          [
            [
              'Our identity provider fails for 8 hours',
              { text: 'No second way in; see decision 2', quiet: true },
            ],
            { text: 'High', mark: 'partly' },
          ],
        ],
      },
    ],
    [
      {
        kind: 'table',
        caption: 'Incidents and duties',
        columns: [
          { id: 'what', label: 'What', width: 68, identifies: true },
          { id: 'state', label: 'State', width: 32 },
        ],
        rows: [
          [
            [
              'INC-2026-014, a stolen token',
              { text: '3 customers; warned after 6 of 24 hours', quiet: true },
            ],
            { text: 'In time', mark: 'met' },
          ],
          [
            [
              'NIS 2, important entity, Germany',
              { text: '122 to 149 of 171 duties and points', quiet: true },
            ],
            { text: 'Partly', mark: 'partly' },
          ],
          [
            [
              'ISO/IEC 27001, certificate to 2028',
              { text: '95 to 110 of 121; next audit 12 January', quiet: true },
            ],
            { text: 'In force', mark: 'met' },
          ],
        ],
      },
    ],
  ],
};

export const decisions: Block = {
  kind: 'list',
  numbered: true,
  title: 'Your decisions',
  items: [
    {
      lead: 'Approve the security measures, version 2026-2.',
      text: 'The law asks this of you in person (NIS 2 Art. 20(1)).',
    },
    {
      lead: 'Spend €14,000 on a second way to sign in.',
      text: 'It would bring the third risk from high to moderate by March.',
    },
    {
      lead: 'Train.',
      text: 'Luca Ferri’s record is missing (Art. 20(2)); 14 January is free for all of you.',
    },
  ],
};

export const budget: Block = {
  kind: 'table',
  caption: 'What it costs',
  columns: [
    { id: 'id', label: 'Action', width: 16, identifies: true },
    { id: 'until', label: 'Until', width: 20 },
    { id: 'cost', label: '€', width: 14, align: 'end' },
    { id: 'note', label: 'Note', width: 50 },
  ],
  rows: Array.from({ length: 60 }, (_, nth) => [
    `A-${100 + nth}`,
    { text: '15 Jan 2027', date: '2027-01-15' },
    { text: (1000 * nth).toLocaleString('en'), number: 1000 * nth },
    { text: nth % 3 === 0 ? 'Größe, façade, œuvre, « citation »' : 'In the budget', quiet: true },
  ]),
};
