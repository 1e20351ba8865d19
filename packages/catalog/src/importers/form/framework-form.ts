import type { Selection } from '../../framework.ts';
import type { Sheet, SheetRow } from '../document.ts';
import type { Findings } from '../draft/finding.ts';
import type { DraftFramework, DraftNode } from '../draft/framework-draft.ts';
import { slug } from '../draft/wording.ts';
import { cellAt, findTable, placeAt, refuseErrors, type Table, tellLeftOut } from './table.ts';

/** The table of a framework in our own form: at least the columns id and title. */
export function findFrameworkTable(sheets: readonly Sheet[]): Table | undefined {
  return findTable(sheets, ['id', 'title']);
}

interface Reading {
  readonly table: Table;
  readonly parents: ReadonlySet<string>;
  readonly findings: Findings;
}

const COLUMNS = [
  'id',
  'title',
  'parent',
  'level',
  'statement',
  'asks',
  'assessable',
  'excludable',
  'selections',
];

/** A framework in our own form (docs/importing.md): one requirement a row, what the file says of itself above it. */
export function readFrameworkForm(table: Table, name: string, findings: Findings): DraftFramework {
  const { rows, head } = table;
  refuseErrors(table, findings);
  tellLeftOut(table, COLUMNS, findings);
  const parents = new Set(rows.map((row) => cellAt(table, row, 'parent')));
  const reading = { table, parents, findings };
  const id = head.get('framework') ?? '';
  return {
    ...(id === '' ? {} : { id }),
    title: head.get('title') || name,
    publisher: head.get('publisher') ?? '',
    edition: head.get('edition') ?? '',
    source: head.get('source') || name,
    licence: head.get('licence') || head.get('license') || '',
    nodes: rows.map((row) => nodeOf(row, reading)),
    selections: selectionsOf(table),
  };
}

function nodeOf(row: SheetRow, reading: Reading): DraftNode {
  const { table, parents, findings } = reading;
  const cell = (column: string) => cellAt(table, row, column);
  const id = cell('id');
  const title = cell('title');
  if (title === '') findings.fault(placeAt(table, row, 'title'), 'import.title-missing', { id });
  const excludable = answerIn(row, 'excludable', reading);
  return {
    at: placeAt(table, row, 'id'),
    id,
    parent: cell('parent') || null,
    level: cell('level') || 'requirement',
    title,
    statement: cell('statement'),
    asks: cell('asks'),
    assessable: answerIn(row, 'assessable', reading) ?? !parents.has(id),
    ...(excludable === undefined ? {} : { excludable }),
  };
}

const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', 'x', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
]);

/** Yes or no; undefined where the cell is empty. */
function answerIn(row: SheetRow, column: string, { table, findings }: Reading): boolean | undefined {
  const word = cellAt(table, row, column);
  const answer = ANSWERS.get(word.toLowerCase());
  if (word !== '' && answer === undefined) {
    findings.fault(placeAt(table, row, column), 'import.yes-or-no', { column, value: word.slice(0, 60) });
  }
  return answer;
}

/** The column `selections` names, parted by semicolons, the subsets that a requirement belongs to. */
function selectionsOf(table: Table): readonly Selection[] {
  const named = new Map<string, string[]>();
  for (const row of table.rows) {
    const id = cellAt(table, row, 'id');
    for (const part of cellAt(table, row, 'selections').split(';')) {
      const name = part.trim();
      const known = named.get(name);
      if (known !== undefined) known.push(id);
      else if (name !== '') named.set(name, [id]);
    }
  }
  return [...named].map(([title, requirements]) => ({
    id: slug(title) || 'selection',
    title,
    source: table.head.get('source') || table.sheet,
    requirements: [...new Set(requirements)],
  }));
}
