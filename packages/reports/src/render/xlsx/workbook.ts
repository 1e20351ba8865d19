import type { TextTable } from '../text-table.ts';
import { cellXml, columnLetters, escapeXml } from './cell.ts';
import { type Part, packParts } from './zip.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Tables of text as an XLSX workbook, a sheet each. Every cell is typed as text: nothing a person wrote is ever
 * calculated, and 007 stays 007. The heading row stays in sight. The same tables are the same bytes.
 */
export function renderWorkbook(tables: readonly TextTable[]): Uint8Array {
  const sheets = tables.map((table, at) => ({ id: at + 1, table }));
  return packParts([
    { name: '[Content_Types].xml', content: contentTypes(sheets.length) },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: contents(tables) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map(({ id }): [string, string] => ['worksheet', `worksheets/sheet${id}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map(
      ({ id, table }): Part => ({ name: `xl/worksheets/sheet${id}.xml`, content: sheetXml(table) }),
    ),
  ]);
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${typed}.${type}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet'));
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${parts.join('')}</Types>`;
}

function relations(rows: readonly (readonly [kind: string, target: string])[]): string {
  const each = rows.map(
    ([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

function contents(tables: readonly TextTable[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** 0 is plain; 1 is text, at the top and wrapped; 2 is a heading. 49 is the format of text. */
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

function sheetXml({ headings, rows }: TextTable): string {
  const letters = headings.map((_, at) => columnLetters(at));
  const line = (cells: readonly string[], number: number, style: number) =>
    `<row r="${number}">${cells.map((text, at) => cellXml(text, `${letters[at]}${number}`, style)).join('')}</row>`;
  const data = [line(headings, 1, 2), ...rows.map((row, at) => line(row, at + 2, 1))];
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columnsXml({ headings, rows })}</cols><sheetData>${data.join('')}</sheetData></worksheet>`;
}

const [narrowest, widest, looked] = [12, 60, 200];

/** A column is as wide as its first rows need, within bounds; a style of text, so that what is typed in stays so. */
function columnsXml({ headings, rows }: Pick<TextTable, 'headings' | 'rows'>): string {
  const first = rows.slice(0, looked);
  return headings
    .map((heading, at) => {
      const longest = Math.max(narrowest, heading.length + 2, ...first.map((row) => row[at]?.length ?? 0));
      return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(widest, longest)}" style="1" customWidth="1"/>`;
    })
    .join('');
}
