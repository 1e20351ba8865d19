import { describe, expect, it } from 'vitest';
import type { Block, TableBlock } from '../../blocks.ts';
import { onPage } from './on-page.ts';

const table: TableBlock = {
  kind: 'table',
  caption: 'Controls',
  columns: [
    { id: 'code', label: 'Code', width: 10, identifies: true, inRecord: 'heading' },
    { id: 'name', label: 'Control', width: 20, inRecord: 'heading' },
    { id: 'family', label: 'Family', width: 20, inRecord: 'nowhere' },
    { id: 'owner', label: 'Owner', width: 20, inRecord: 'line' },
    { id: 'done', label: 'What is done', width: 20 },
    { id: 'test', label: 'Checked by', width: 10 },
  ],
  rows: [
    ['AC-01', 'Access review', 'Access', ['Ida', { text: 'Monthly', quiet: true }], ['One', 'Two'], ''],
    ['AC-02', 'Leavers', 'Access', 'Omar', 'Keys come back.', 'Ask five.'],
  ],
};

describe('given a table whose rows are records, when it stands on a page', () => {
  it('then each row is a heading and its facts, without those that are empty or said above', () => {
    expect(onPage([{ ...table, records: true }])).toEqual([
      { kind: 'heading', level: 3, text: 'AC-01 Access review' },
      {
        kind: 'facts',
        record: true,
        facts: [
          { label: 'Owner', value: 'Ida · Monthly' },
          { label: 'What is done', value: 'One\nTwo' },
        ],
      },
      { kind: 'heading', level: 3, text: 'AC-02 Leavers' },
      {
        kind: 'facts',
        record: true,
        facts: [
          { label: 'Owner', value: 'Omar' },
          { label: 'What is done', value: 'Keys come back.' },
          { label: 'Checked by', value: 'Ask five.' },
        ],
      },
    ]);
  });

  it('then any other table stays what it was, in columns too', () => {
    const blocks: Block[] = [table, { kind: 'columns', columns: [[table], []] }];
    expect(onPage(blocks)).toEqual(blocks);
  });
});

describe('given a column that belongs under another, when its table stands on a page', () => {
  const [code, name, family] = table.columns as [
    TableBlock['columns'][0],
    TableBlock['columns'][0],
    TableBlock['columns'][0],
  ];
  const given: TableBlock = {
    ...table,
    columns: [code, name, { ...family, under: 'name' }],
    rows: [
      ['AC-01', ['Review', 'of access'], 'Access'],
      ['AC-02', 'Leavers', ''],
    ],
  };

  it('then it is said there after its label, and its room goes to the column that names the row', () => {
    const [put] = onPage([given]) as [TableBlock];
    expect(put.columns.map(({ id, width }) => [id, width])).toEqual([
      ['code', 30],
      ['name', 20],
    ]);
    expect(put.rows).toEqual([
      ['AC-01', ['Review', { text: 'Family Access', quiet: true }, 'of access']],
      ['AC-02', 'Leavers'],
    ]);
  });
});

describe('given texts far too long for their columns, when they stand on a page', () => {
  const text = 'Nothing of it is needed here. '.repeat(100).trim();
  const [first, second] = table.rows as [(typeof table.rows)[number], (typeof table.rows)[number]];
  const [wide] = onPage([{ ...table, rows: [[...first.slice(0, 4), ['Short', text], ''], second] }]);
  const laid = wide as TableBlock;

  it('then they begin in their cell and stand whole under their row, headed by column and by what the row is called', () => {
    const [short, begun] = laid.rows[0]![4] as [string, string];
    expect(short).toBe('Short');
    expect(begun).toMatch(/^Nothing of it is needed here\. .{20,80}… ↓$/);
    expect(laid.below).toEqual([[{ heading: 'What is done · Access review', text }], []]);
  });

  it('then a row without any stays as it was, and so does what names it', () => {
    expect(laid.rows[1]!.map((cell) => [cell].flat())).toEqual(second.map((cell) => [cell].flat()));
    const named = onPage([{ ...table, rows: [[text, ...first.slice(1)]] }])[0] as TableBlock;
    expect(named.below).toBeUndefined();
  });
});

it('given columns for a workbook alone, when a table stands on a page, then they do not', () => {
  expect(onPage([{ ...table, apart: { columns: [], rows: [] } }])).toEqual([table]);
});
