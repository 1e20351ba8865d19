import { columnLetters, type Sheet, type SheetRow, textOf } from '../document.ts';
import type { Findings } from '../draft/finding.ts';
import type { DraftNode } from '../draft/framework-draft.ts';
import { splitHeading, withdrawalIn } from '../draft/wording.ts';
import type { CprtExport } from './flat.ts';
import { gatherReferences, type ReferenceGathering } from './reference.ts';

const COLUMNS = ['Function', 'Category', 'Subcategory', 'Implementation Examples', 'Informative References'];
const HEADER_WITHIN = 10;

interface Core {
  readonly sheet: Sheet;
  readonly header: SheetRow;
}

/** The sheet and header row of a CSF Reference Tool workbook; undefined in any other workbook. */
export function findCore(sheets: readonly Sheet[]): Core | undefined {
  for (const sheet of sheets) {
    const header = sheet.rows.slice(0, HEADER_WITHIN).find(({ cells }) => {
      const names = Array.from(cells, (cell) => textOf(cell).trim().toLowerCase());
      return COLUMNS.slice(0, 3).every((column) => names.includes(column.toLowerCase()));
    });
    if (header !== undefined) return { sheet, header };
  }
  return undefined;
}

interface Reading {
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, number>;
  readonly nodes: DraftNode[];
  readonly references: ReferenceGathering;
  readonly findings: Findings;
}

/** The workbook of the CSF Reference Tool: the core, its examples, and its references one a line. */
export function readWorkbook(sheets: readonly Sheet[], core: Core, findings: Findings): CprtExport {
  const { sheet, header } = core;
  const reading: Reading = {
    sheet: sheet.name,
    columns: new Map(Array.from(header.cells, (cell, place) => [textOf(cell).trim(), place])),
    nodes: [],
    references: gatherReferences(),
    findings,
  };
  const above: Above = { function: null, category: null };
  for (const row of sheet.rows) if (row.number > header.number) readRow(row, above, reading);
  const said = (key: string) => saidIn(sheets, key);
  const title = said('Title') || `NIST ${sheet.name}`;
  const source = `NIST CSF Reference Tool workbook ${said('Generated Date').slice(0, 10)}`.trim();
  const framework = {
    title,
    publisher: 'NIST',
    edition: '',
    source,
    licence: 'Public domain in the United States',
    nodes: reading.nodes,
    selections: [],
  };
  return { framework, crosswalks: reading.references.crosswalks({ title, source }) };
}

/** The value beside a label in the first columns of any sheet. */
function saidIn(sheets: readonly Sheet[], label: string): string {
  for (const { rows } of sheets) {
    const row = rows.find(({ cells }) => textOf(cells[0]).trim() === label);
    if (row !== undefined) return textOf(row.cells[1]).trim();
  }
  return '';
}

interface Above {
  function: string | null;
  category: string | null;
}

const LEVELS = [
  { level: 'function', column: 'Function' },
  { level: 'category', column: 'Category' },
  { level: 'subcategory', column: 'Subcategory' },
] as const;

function readRow(row: SheetRow, above: Above, reading: Reading): void {
  for (const { level, column } of LEVELS) {
    const words = cellOf(row, column, reading);
    if (words === '') continue;
    const at = placeOf(row, column, reading);
    const heading = splitHeading(words);
    if (heading === undefined) {
      reading.findings.fault(at, 'import.heading-unread', { level });
      continue;
    }
    const parent = level === 'function' ? null : level === 'category' ? above.function : above.category;
    const node = nodeOf({ ...heading, at, parent, level }, row, reading);
    reading.nodes.push(node);
    if (level !== 'subcategory') above[level] = node.id;
    addReferences(node, row, reading);
  }
}

interface Told {
  readonly at: string;
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly parent: string | null;
  readonly level: (typeof LEVELS)[number]['level'];
}

function nodeOf(told: Told, row: SheetRow, reading: Reading): DraftNode {
  const withdrawn = withdrawalIn(told.statement);
  const examples = cellOf(row, 'Implementation Examples', reading);
  return {
    ...told,
    statement: withdrawn === undefined ? told.statement : '',
    assessable: told.level === 'subcategory',
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(examples === '' ? {} : { tags: { implementationExamples: examples } }),
  };
}

/** "ISO/IEC 27001:2022: Annex A Controls: 5.1": the name of a set ends at the first colon before a space. */
function addReferences(node: DraftNode, row: SheetRow, reading: Reading): void {
  const lines = cellOf(row, 'Informative References', reading).split('\n');
  const at = placeOf(row, 'Informative References', reading);
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    const colon = `${line} `.indexOf(': ');
    if (colon === -1) reading.findings.notice('import.reference-unread', line);
    else {
      const name = line.slice(0, colon);
      reading.references.add({ at, id: node.id }, { key: name, name }, line.slice(colon + 1));
    }
  }
}

function cellOf(row: SheetRow, column: string, { columns }: Reading): string {
  const place = columns.get(column);
  return place === undefined ? '' : textOf(row.cells[place]).trim();
}

function placeOf(row: SheetRow, column: string, { columns, sheet }: Reading): string {
  return `${sheet}!${columnLetters(columns.get(column) ?? 0)}${row.number}`;
}
