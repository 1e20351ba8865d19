import { type Framework, nearestRequirements, profileForm, type SheetRow, textOf } from '@concord/catalog';
import { type Notice, text } from '../../../foundation/index.ts';
import type { Faults } from '../../library/index.ts';
import { longestText } from '../status.ts';
import {
  type AimSaid,
  longestAimWord,
  readAim,
  readIncluded,
  readOwn,
  readPriority,
  readTier,
  saysNothing,
} from './cells.ts';
import { outcomeIn } from './outcome-cell.ts';
import { cellAt, type FoundColumn, type ProfileSheet } from './sheet.ts';

/** What a cell says of its outcome: null takes away, absent says nothing. */
export type CellSaid = string | number | boolean | AimSaid | null;

export interface OutcomeRow {
  readonly outcome: string;
  /** By member of the form. */
  readonly said: ReadonlyMap<string, CellSaid>;
}

export interface RowsRead {
  readonly rows: readonly OutcomeRow[];
  readonly notices: readonly Notice[];
}

interface Reading {
  readonly faults: Faults;
  readonly edition: Framework;
  readonly sheet: ProfileSheet;
  /** Members that are read. */
  readonly wanted: (member: string) => boolean;
}

/** What each row says of its outcome. Whatever is wrong goes to the faults, with its cell. */
export function readRows(reading: Reading): RowsRead {
  const passed: Notice[] = [];
  const wordy: { at: string; value: string }[] = [];
  const places = new Map<string, string>();
  const rows = reading.sheet.rows.flatMap((row) => {
    const outcome = outcomeOf(reading, row, { places, passed });
    if (outcome === undefined) return [];
    const said = readCells(reading, row, wordy);
    return said.size === 0 ? [] : [{ outcome, said }];
  });
  const [first] = wordy;
  const words = first ? [{ code: 'profile.priority-words', params: { count: wordy.length, ...first } }] : [];
  return { rows, notices: [...passed, ...words] };
}

/** The outcome a row speaks of; none for a line that says nothing. */
function outcomeOf(
  reading: Reading,
  row: SheetRow,
  { places, passed }: { places: Map<string, string>; passed: Notice[] },
): string | undefined {
  const { faults, edition, sheet } = reading;
  const column = sheet.columns.find((each) => each.column.member === 'outcome');
  if (!column) return undefined;
  const { cell, place } = cellAt(sheet, row, column);
  const value = textOf(cell).trim();
  const speaks = sheet.columns.some((each) => reading.wanted(each.column.member) && filled(sheet, row, each));
  if (value === '') return speaks ? faults.add(place, 'empty', { column: column.heading }) : undefined;
  const found = outcomeIn(edition, value);
  if ('unknown' in found) {
    if (speaks) return refuseUnknown(reading, place, value);
    passed.push({ code: 'profile.row-passed-over', params: { at: place, value: value.slice(0, 60) } });
    return undefined;
  }
  if ('outside' in found) {
    const params = { value: found.outside.id, framework: edition.id };
    return speaks ? faults.add(place, 'outcome-outside', params) : undefined;
  }
  const { id } = found.outcome;
  const other = places.get(id);
  if (other !== undefined) return faults.add(place, 'outcome-twice', { value: id, other });
  places.set(id, place);
  return id;
}

function filled(sheet: ProfileSheet, row: SheetRow, column: FoundColumn): boolean {
  return textOf(cellAt(sheet, row, column).cell).trim() !== '';
}

function refuseUnknown({ faults, edition }: Reading, place: string, value: string): undefined {
  const near = nearestRequirements(edition, value.slice(0, 40)).join(', ');
  const params = { value, framework: edition.id };
  if (near === '') return faults.add(place, 'outcome', params);
  return faults.add(place, 'outcome-near', { ...params, near });
}

function readCells(reading: Reading, row: SheetRow, wordy: { at: string; value: string }[]) {
  const said = new Map<string, CellSaid>();
  for (const found of reading.sheet.columns) {
    const { member } = found.column;
    if (!reading.wanted(member)) continue;
    const { cell, place } = cellAt(reading.sheet, row, found);
    if (cell === '' || refuseTrouble(reading.faults, cell, { at: place, column: found.heading })) continue;
    const own = readOwn(textOf(cell));
    if (own === undefined) continue;
    const value = own === null ? null : understand(reading.faults, own, { at: place, found });
    if (value === undefined) continue;
    said.set(member, value);
    if (isWordy(value)) wordy.push({ at: place, value: String(own).slice(0, 60) });
  }
  return said;
}

function isWordy(value: CellSaid): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    value.priority === undefined &&
    value.priorityText !== undefined
  );
}

/** A calculated cell counts by its stored result, a merged one by what it shows. */
function refuseTrouble(
  faults: Faults,
  cell: SheetRow['cells'][number],
  { at, column }: { at: string; column: string },
): boolean {
  if (typeof cell === 'string') return false;
  if (cell.trouble === 'error') faults.add(at, 'cell-error', { column, value: cell.text });
  else if (cell.trouble === 'formula' && cell.text === '') faults.add(at, 'cell-formula', { column });
  else return false;
  return true;
}

const longestPriority = 500;
const longestOf: Readonly<Record<string, number>> = {
  currentPriority: longestPriority,
  targetPriority: longestPriority + longestAimWord,
};

function understand(
  faults: Faults,
  own: string,
  { at, found }: { at: string; found: FoundColumn },
): CellSaid | undefined {
  const column = found.heading;
  const { member } = found.column;
  if ((member === 'targetTier' || member === 'targetPriority') && saysNothing(own)) return undefined;
  if (member === 'included')
    return readIncluded(own) ?? faults.add(at, 'word', { column, value: own, known: 'Yes, No' });
  if (member === 'targetTier') {
    const known = profileForm().tiers.join(', ');
    return readTier(own) ?? faults.add(at, 'tier', { column, value: own, known });
  }
  const limit = longestOf[member] ?? longestText;
  if (own.length > limit) return faults.add(at, 'too-long', { column, limit });
  const read = text(limit).safeParse(own);
  if (!read.success)
    return faults.add(at, 'characters', { column, value: own.replace(/[\p{Cc}\p{Cs}]/gu, '�') });
  if (member === 'targetPriority') return readAim(read.data);
  return member === 'currentPriority' ? readPriority(read.data) : read.data;
}
