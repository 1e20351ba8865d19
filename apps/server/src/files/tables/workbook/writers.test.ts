import type { SentDocument } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { drawnWorkbook, type Part } from '../../../testing/packed.ts';
import { readDocument } from '../read-document.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contents = (more = '') =>
  `<workbook xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="r0"/></sheets>${more}</workbook>`;

/** The first row of a workbook with one sheet, some of its parts written otherwise. */
function firstRow(data: string, extra: readonly Part[]) {
  const bytes = drawnWorkbook([{ name: 'S', data: `<row r="1">${data}</row>` }], { extra });
  const document = readDocument({ name: 'a.xlsx', hash: 'h', bytes });
  if ('refusal' in document) return document.refusal.code;
  return (document as Extract<SentDocument, { kind: 'sheets' }>).sheets[0]?.rows[0]?.cells;
}

describe('given a workbook that a program wrote', () => {
  const formulas = '<c><f>A9</f><v>0</v></c><c><f>A9+7</f><v>7</v></c><c><v>0</v></c>';

  it('when its formulas wait for whoever opens it, then a result of 0 is none', () => {
    const waiting = { name: 'xl/workbook.xml', content: contents('<calcPr fullCalcOnLoad="1"/>') };
    expect(firstRow(formulas, [waiting])).toEqual([
      { text: '', trouble: 'formula' },
      { text: '7', trouble: 'formula' },
      '0',
    ]);
    expect(firstRow(formulas, [])).toContainEqual({ text: '0', trouble: 'formula' });
  });

  const partsCalled = (target: string) => ({
    name: 'xl/_rels/workbook.xml.rels',
    content: `<Relationships><Relationship Id="r0" Type="${office}/worksheet" Target="${target}"/></Relationships>`,
  });
  const sheet = {
    name: 'xl/worksheets/Blätt 1.xml',
    content: '<worksheet><sheetData><row r="1"><c><v>5</v></c></row></sheetData></worksheet>',
  };

  it.each(['worksheets/Blätt 1.xml', 'worksheets/Bl%C3%A4tt%201.xml', '/xl/worksheets/Blätt 1.xml'])(
    'when a part is called %s, then it is found',
    (target) => {
      expect(firstRow('', [partsCalled(target), sheet])).toEqual(['5']);
    },
  );

  it('when a part is in letters of one byte, then the file is damaged, and no letter is lost', () => {
    const content = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData><row r="1"><c t="str"><v>Zug\xe4nge</v></c></row></sheetData></worksheet>',
      'latin1',
    );
    expect(firstRow('', [{ name: 'xl/worksheets/sheet1.xml', content }])).toBe('document.damaged');
  });

  it.each(['http://[', '%E4', 'worksheets/none.xml'])(
    'when a part is called %s, then the file is damaged',
    (target) => {
      expect(firstRow('', [partsCalled(target)])).toBe('document.damaged');
    },
  );
});
