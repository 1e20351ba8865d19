import { escapeXml } from '../office/xml.ts';
import { packParts } from '../office/zip.ts';
import type { Sheet } from './sheet.ts';
import { frozenRows, lastCell, sheetXml } from './sheet-xml.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const properties = `${packaged}/relationships/metadata/core-properties`;

/**
 * Tables as an XLSX workbook, a sheet each. A text is typed as text: nothing a person wrote is ever calculated, and 007
 * stays 007. The heading row stays in sight. The same tables are the same bytes. `core` is `docProps/core.xml`.
 */
export function renderWorkbook(tables: readonly Sheet[], core?: string): Uint8Array {
  const sheets = tables.map((table, at) => ({ id: at + 1, table }));
  const described = core === undefined ? [] : [{ name: 'docProps/core.xml', content: core }];
  const parts: { name: string; content: string | Iterable<string> }[] = [
    { name: '[Content_Types].xml', content: contentTypes(sheets.length, described.length > 0) },
    {
      name: '_rels/.rels',
      content: relations([
        [`${office}/officeDocument`, 'xl/workbook.xml'],
        ...described.map(({ name }): [string, string] => [properties, name]),
      ]),
    },
    ...described,
    { name: 'xl/workbook.xml', content: contents(tables) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...sheets.map(({ id }): [string, string] => [`${office}/worksheet`, `worksheets/sheet${id}.xml`]),
        [`${office}/styles`, 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map(({ id, table }) => ({
      name: `xl/worksheets/sheet${id}.xml`,
      content: sheetXml(table, { head, namespace: main }),
    })),
  ];
  return packParts(
    parts.map(({ name, content }) => ({ name, content: typeof content === 'string' ? [content] : content })),
  );
}

function contentTypes(sheets: number, described: boolean): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}.xml" ContentType="${type}+xml"/>`;
  const parts = Array.from({ length: sheets }, (_, at) =>
    override(`xl/worksheets/sheet${at + 1}`, `${typed}.worksheet`),
  );
  const core = described
    ? override('docProps/core', 'application/vnd.openxmlformats-package.core-properties')
    : '';
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook', `${typed}.sheet.main`)}${override('xl/styles', `${typed}.styles`)}${parts.join('')}${core}</Types>`;
}

function relations(rows: readonly (readonly [type: string, target: string])[]): string {
  const each = rows.map(
    ([type, target], at) => `<Relationship Id="r${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}

function contents(tables: readonly Sheet[]): string {
  const sheets = tables.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`,
  );
  const names = tables.flatMap(definedNames);
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.join('')}</sheets>${defined}</workbook>`;
}

/** What is filtered, and the headings on each printed page; as formulas, in which a quote in a name is doubled. */
function definedNames(sheet: Sheet, at: number): string[] {
  if (!sheet.toRead || frozenRows(sheet) === 0) return [];
  const name = escapeXml(`'${sheet.name.replaceAll("'", "''")}'`);
  const end = lastCell(sheet).replace(/([A-Z]+)(\d+)/, '$$$1$$$2');
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${name}!$A$1:${end}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${name}!$1:$1</definedName>`,
  ];
}

const font = (look: string) => `<font>${look}<name val="Calibri"/></font>`;
const fonts = ['<sz val="11"/>', '<b/><sz val="11"/>', '<sz val="11"/><color rgb="FF60646C"/>'].map(font);
const fills = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  '<patternFill patternType="solid"><fgColor rgb="FFF3F1EB"/></patternFill>',
].map((fill) => `<fill>${fill}</fill>`);
const borders = [
  '<border/>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF1B1D22"/></bottom><diagonal/></border>',
];

function counted(name: string, each: readonly string[]): string {
  return `<${name} count="${each.length}">${each.join('')}</${name}>`;
}

/** What `styled` names, in its order. 49 is the format of text, 164 our own: a day is the same in every country. */
const cellFormats = [
  '<xf/>',
  '<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>',
  '<xf applyAlignment="1"><alignment horizontal="right" vertical="top" indent="1"/></xf>',
  '<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="2" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
];

const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>${counted('fonts', fonts)}${counted('fills', fills)}${counted('borders', borders)}<cellStyleXfs count="1"><xf/></cellStyleXfs>${counted('cellXfs', cellFormats)}</styleSheet>`;
