import type { NoEquivalent } from '../../crosswalk.ts';
import type { Sheet, SheetRow } from '../document.ts';
import type { DraftCrosswalk, DraftLink } from '../draft/crosswalk-draft.ts';
import type { Findings } from '../draft/finding.ts';
import { KNOWN_RELATIONS, relationOf, turned } from '../draft/relation.ts';
import { cellAt, findTable, placeAt, refuseErrors, type Table, tellLeftOut } from './table.ts';

/** The names of the frameworks of a crosswalk, where neither rows nor head state them. */
export interface NamedEnds {
  readonly from?: string;
  readonly to?: string;
}

/** A crosswalk table, and what its columns are called. */
export interface CrosswalkTable {
  readonly table: Table;
  readonly columns: typeof OURS;
  /** OLIR states the relation of the reference compared to the focal element: the other way round. */
  readonly reversed: boolean;
}

const OURS = { from: 'from id', to: 'to id', relation: 'relationship', strength: 'strength' };
const OLIR = {
  from: 'focal document element',
  to: 'reference document element',
  relation: 'relationship',
  strength: 'strength of relationship',
};

/** The table of a crosswalk in our own form, or in the form of NIST's OLIR submissions. */
export function findCrosswalkTable(sheets: readonly Sheet[]): CrosswalkTable | undefined {
  const own = findTable(sheets, [OURS.from, OURS.to]) ?? findTable(sheets, [OURS.from, 'to part']);
  if (own !== undefined) return { table: own, columns: OURS, reversed: false };
  const olir = findTable(sheets, [OLIR.from, OLIR.to]);
  if (olir === undefined) return undefined;
  const strength = [...olir.columns.keys()].find((name) => name.startsWith(OLIR.strength));
  return { table: olir, columns: { ...OLIR, strength: strength ?? OLIR.strength }, reversed: true };
}

const READ = [...Object.values(OURS), 'from framework', 'to framework', 'to part', 'statement', 'source'];

interface Group {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly links: DraftLink[];
  readonly noEquivalent: NoEquivalent[];
}

/** The crosswalks of a table: one for each pair of frameworks that its rows name. */
export function readCrosswalkForm(
  found: CrosswalkTable,
  ends: NamedEnds,
  findings: Findings,
): readonly DraftCrosswalk[] {
  const { table } = found;
  const groups = new Map<string, Group>();
  refuseErrors(table, findings);
  // Submissions in the form of OLIR have columns of remarks, which is known.
  if (!found.reversed) tellLeftOut(table, READ, findings);
  if (table.rows.length === 0) findings.fault(table.sheet, 'import.no-pairs');
  for (const row of table.rows) {
    const group = groupOf(row, { table, ends, groups }, findings);
    if (group !== undefined) readRow(row, { ...found, group }, findings);
  }
  const { head } = table;
  return [...groups.values()].map(({ from, to, source, links, noEquivalent }) => ({
    title: head.get('title') ?? '',
    from,
    to,
    developer: head.get('developer') ?? '',
    date: (head.get('date') ?? '').slice(0, 10),
    source: head.get('source') || source || table.sheet,
    licence: head.get('licence') || head.get('license') || '',
    ...(links.some(({ strength }) => strength !== undefined)
      ? { strengthMeans: head.get('strength means') || 'Strength as the file states it' }
      : {}),
    links,
    noEquivalent,
  }));
}

interface Grouping {
  readonly table: Table;
  readonly ends: NamedEnds;
  readonly groups: Map<string, Group>;
}

function groupOf(row: SheetRow, grouping: Grouping, findings: Findings): Group | undefined {
  const { table, ends, groups } = grouping;
  const end = (side: 'from' | 'to') =>
    cellAt(table, row, `${side} framework`) || table.head.get(side) || ends[side] || '';
  const [from, to] = [end('from'), end('to')];
  for (const [side, name] of Object.entries({ from, to })) {
    if (name !== '') continue;
    findings.fault(placeAt(table, row, `${side} framework`), 'import.end-unnamed', { side });
  }
  if (from === '' || to === '') return undefined;
  const key = JSON.stringify([from, to]);
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { from, to, source: cellAt(table, row, 'source'), links: [], noEquivalent: [] };
  groups.set(key, group);
  return group;
}

interface Reading extends CrosswalkTable {
  readonly group: Group;
}

function readRow(row: SheetRow, reading: Reading, findings: Findings): void {
  const { table, columns, group } = reading;
  const from = cellAt(table, row, columns.from);
  const to = cellAt(table, row, columns.to);
  const statement = statementOf(cellAt(table, row, 'statement'), cellAt(table, row, columns.relation));
  if (from === '') findings.fault(placeAt(table, row, columns.from), 'import.end-missing');
  else if (to !== '') addLink(row, { ...reading, from, to }, findings);
  else if (statement === undefined) findings.fault(placeAt(table, row, columns.to), 'import.end-missing');
  else {
    const among = cellAt(table, row, 'to part');
    group.noEquivalent.push({ id: from, ...(among === '' ? {} : { among }), statement });
  }
}

interface LinkReading extends Reading {
  readonly from: string;
  readonly to: string;
}

function addLink(row: SheetRow, reading: LinkReading, findings: Findings): void {
  const { table, columns, group, from, to, reversed } = reading;
  const word = cellAt(table, row, columns.relation) || 'related';
  const relation = relationOf(word);
  if (relation === undefined) {
    const at = placeAt(table, row, columns.relation);
    findings.fault(at, 'import.relation-unknown', { relation: word.slice(0, 60), known: KNOWN_RELATIONS });
    return;
  }
  const strength = strengthIn(row, reading, findings);
  group.links.push({
    at: placeAt(table, row, columns.from),
    from,
    to,
    relation: reversed ? turned(relation) : relation,
    ...(strength === undefined ? {} : { strength }),
  });
}

function strengthIn(row: SheetRow, { table, columns }: Reading, findings: Findings): number | undefined {
  const written = cellAt(table, row, columns.strength);
  if (written === '' || written.toUpperCase() === 'N/A') return undefined;
  const strength = Number(written.replace(',', '.'));
  if (Number.isFinite(strength)) return strength;
  const at = placeAt(table, row, columns.strength);
  findings.fault(at, 'import.strength-no-number', { value: written.slice(0, 60) });
  return undefined;
}

/** What a row without a target says: that there is none, that nothing was stated, or that all apply. */
function statementOf(statement: string, relation: string): NoEquivalent['statement'] | undefined {
  const words = statement.toLowerCase();
  if (words.startsWith('all applicable') || words === 'all-applicable') return 'all-applicable';
  if (words.startsWith('blank')) return 'blank';
  if (words === 'new') return 'new';
  return words === 'none' || words === 'stated' || relationOf(relation) === 'none' ? 'none' : undefined;
}
