import type { Circumstances, Fact } from '../../../foundation/index.ts';
import { addControl, type Control, changeControl } from '../../control.ts';
import { addControlInput, changeControlInput } from '../../inputs/control-input.ts';
import { controlRetired } from '../../retirement.ts';
import type { WithControls } from '../../state.ts';
import { type Reading, readRow } from './read-cell.ts';
import type { Table, TableRow } from './table.ts';

/** What the rows of the library come to. */
export interface ControlRows {
  readonly facts: Fact[];
  readonly unchanged: number;
  /** Of those added, what retires them again: after all that is claimed of them. */
  readonly retirements: Fact[];
  /** Codes of those in use here that the file has as retired: a file retires nothing. */
  readonly keptInUse: readonly string[];
  /** Id by code in upper case, of every control that the rows name. */
  readonly ids: ReadonlyMap<string, string>;
  /** Code in upper case by row. */
  readonly codes: ReadonlyMap<TableRow, string>;
}

export const controlSchemas = addControlInput.shape;
export const clearableMembers: ReadonlySet<string> = new Set([
  ...Object.entries(changeControlInput.shape).flatMap(([member, schema]) =>
    schema.safeParse(null).success ? [member] : [],
  ),
  'scopes',
]);

type Values = Readonly<Record<string, unknown>>;

/** The day since which the file has a control as retired. */
interface RetiredIn {
  readonly retiredOn?: string | undefined;
}

/**
 * A row whose code is in the library changes that control, any other adds one. Only what is in the file counts: a
 * column that is missing and a cell that is empty leave what is there.
 */
export function readControlRows(
  reading: Reading,
  { state, now, position }: { state: WithControls; now: Circumstances; position?: number | undefined },
  tables: readonly Table[],
): ControlRows {
  const facts: Fact[] = [];
  const ids = new Map<string, string>();
  const codes = new Map<TableRow, string>();
  const places = new Map<string, string>();
  const retirements: Fact[] = [];
  const keptInUse: string[] = [];
  let unchanged = 0;
  for (const table of tables) {
    for (const row of table.rows) {
      const { retiredOn, ...values } = readRow(reading, row, table.columns) as Values & RetiredIn;
      const code = codeOf({ reading, table, places }, row, values);
      if (code === undefined) continue;
      const existing = state.controls.controls.get(state.controls.byCode.get(code) ?? '');
      const fact = decideRow({ reading, table, state, now, position }, { row, values, existing, retiredOn });
      if (fact) facts.push(fact);
      else unchanged += 1;
      if (retiredOn !== undefined) noteRetired({ retirements, keptInUse }, { fact, existing, retiredOn });
      // Once anything is at fault no id is made; claims are told apart all the same.
      ids.set(code, fact?.record.id ?? existing?.id ?? code);
      codes.set(row, code);
    }
  }
  return { facts, unchanged, retirements, keptInUse, ids, codes };
}

/** What is in use here stays so; what is added here and retired there is retired again. */
function noteRetired(
  { retirements, keptInUse }: { retirements: Fact[]; keptInUse: string[] },
  {
    fact,
    existing,
    retiredOn,
  }: { fact?: Fact | undefined; existing?: Control | undefined; retiredOn: string },
): void {
  if (!existing && fact) retirements.push(controlRetired.of(fact.record, { effective: retiredOn }));
  if (existing && existing.retiredOn === undefined) keptInUse.push(existing.code);
}

interface Codes {
  readonly reading: Reading;
  readonly table: Table;
  readonly places: Map<string, string>;
}

/** The code that tells the row's control, in upper case. */
function codeOf({ reading, table, places }: Codes, row: TableRow, values: Values): string | undefined {
  const column = columnOf(table, 'code');
  if (column === undefined) return undefined;
  const at = row.place(column.at);
  if (values.code === undefined) {
    // A cell that holds something has its own fault already.
    if (row.cell(column.at) === '' && isFilled(table, row))
      reading.faults.add(at, 'empty', { column: column.heading });
    return undefined;
  }
  const code = String(values.code).toUpperCase();
  const other = places.get(code);
  if (other !== undefined) return reading.faults.add(at, 'code-twice', { value: String(values.code), other });
  places.set(code, at);
  return code;
}

function isFilled({ columns }: Table, row: TableRow): boolean {
  return columns.some(({ at }) => row.cell(at) !== '');
}

function columnOf({ columns }: Table, member: string) {
  return columns.find(({ column }) => column?.member === member);
}

interface Ground {
  readonly reading: Reading;
  readonly table: Table;
  readonly state: WithControls;
  readonly now: Circumstances;
  /** What the file shows is as of this position. */
  readonly position: number | undefined;
}

interface Found extends RetiredIn {
  readonly row: TableRow;
  readonly values: Values;
  readonly existing: Control | undefined;
}

function decideRow(ground: Ground, found: Found): Fact | undefined {
  return found.existing ? change(ground, found, found.existing) : add(ground, found);
}

function add({ reading, table, state, now }: Ground, { row, values }: Found): Fact | undefined {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const name = columnOf(table, 'name');
  if (given.name === undefined) {
    if (name && row.cell(name.at) === '')
      reading.faults.add(row.place(name.at), 'empty', { column: name.heading });
    return undefined;
  }
  if (reading.faults.count > 0) return undefined;
  return factOf(addControl(state, addControlInput.parse(given), now));
}

function change(
  { reading, table, state, now, position = Number.POSITIVE_INFINITY }: Ground,
  { row, values, retiredOn }: Found,
  existing: Control,
): Fact | undefined {
  // Retired there and here: what it was stays as it is here.
  if (retiredOn !== undefined && existing.retiredOn !== undefined) return undefined;
  const { code: _code, source, ...given } = values;
  const placeOf = (member: string) => row.place(columnOf(table, member)?.at ?? 0);
  if (existing.retiredOn !== undefined) {
    return reading.faults.add(placeOf('code'), 'retired', { value: existing.code });
  }
  if (source !== undefined && source !== (existing.source ?? null)) {
    return reading.faults.add(placeOf('source'), 'source-kept', { value: existing.code });
  }
  if (given.effective !== undefined && given.implementation === undefined) {
    return reading.faults.add(placeOf('effective'), 'day-alone');
  }
  if (existing.seq > position) {
    return reading.faults.add(placeOf('code'), 'changed-since', { value: existing.code, position });
  }
  if (reading.faults.count > 0) return undefined;
  return factOf(changeControl(state, { ...given, control: existing.id }, now));
}

/** Whatever the rule of one control refuses has been looked for above; that it still refuses is a fault of ours. */
function factOf(decision: ReturnType<typeof addControl>): Fact | undefined {
  if ('refusal' in decision) throw new Error(`a row was refused: ${decision.refusal.code}`);
  return decision.facts[0];
}
