import { type Framework, nearestRequirements, requirementOf, type SheetRow, textOf } from '@concord/catalog';
import { text } from '../../../foundation/index.ts';
import { type Reason, reasonKinds } from '../../applicability.ts';
import type { Faults } from '../../library/index.ts';
import type { PlacedBeside } from './beside.ts';
import { cellAt, type Member, type StatementSheet } from './columns.ts';
import {
  type Answer,
  idsOf,
  isMarked,
  isMoreThanAnswer,
  isNumbered,
  obligationsIn,
  readAnswer,
  readReasons,
  readWhy,
} from './words.ts';

export interface Reading {
  readonly faults: Faults;
  readonly edition: Framework;
  /** Kind of a justification that names none, and what stands for one where something included has none. */
  readonly reasonKind: Reason['kind'];
  readonly reasonOtherwise: string | undefined;
  /** Codes of controls, in upper case: their rows are not of the framework. */
  readonly isOwn: (code: string) => boolean;
}

export interface StatementRead {
  readonly placed: readonly PlacedBeside[];
  /** Rows that decide nothing yet, and rows about our own controls. */
  readonly open: number;
  readonly own: readonly string[];
  /** How many rows say something of what is in place. */
  readonly inPlace: number;
}

const longest = 5000;

/** What the rows of a statement decide. Whatever is wrong goes to the faults, with its cell. */
export function readStatement(reading: Reading, sheets: readonly StatementSheet[]): StatementRead {
  const idOf = idsOf(reading.edition);
  const placed: PlacedBeside[] = [];
  const own: string[] = [];
  let [open, inPlace] = [0, 0];
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      const said = saidIn(reading, { sheet, row, idOf });
      if (said === undefined) continue;
      if ('own' in said) own.push(said.own);
      else if (said.answer === 'open') open += 1;
      else placed.push(said.placed);
      if (textOf(cellAt(sheet, row, 'in-place').cell).trim() !== '') inPlace += 1;
    }
  }
  return { placed, open, own, inPlace };
}

interface Spot {
  readonly sheet: StatementSheet;
  readonly row: SheetRow;
  readonly idOf: (text: string) => string | undefined;
}

type Said = { own: string } | { answer: 'open' } | { answer: 'yes' | 'no'; placed: PlacedBeside } | undefined;

function saidIn(reading: Reading, spot: Spot): Said {
  const { faults, edition, isOwn } = reading;
  const { sheet, row, idOf } = spot;
  const { cell, place, heading: column } = cellAt(sheet, row, 'id');
  const named = textOf(cell).trim();
  const applicable = readText(reading, spot, 'applicable');
  // A heading of a group, or a note below the table: it decides nothing.
  if (applicable === '') return undefined;
  if (named === '') return faults.add(place, 'empty', { column });
  const id = idOf(named);
  if (id === undefined && (isOwn(named.toUpperCase()) || (sheet.ours && !isNumbered(named))))
    return { own: named };
  const params = { column, value: named, framework: edition.id };
  if (id === undefined) {
    const near = nearestRequirements(edition, named.slice(0, 40)).join(', ');
    if (near === '') return faults.add(place, 'requirement', params);
    return faults.add(place, 'requirement-near', { ...params, near });
  }
  if (requirementOf(edition, id)?.assessable !== true) return faults.add(place, 'requirement-group', params);
  const answer = readAnswer(applicable);
  if (answer !== undefined) return decided(reading, spot, { id, answer });
  const asked = cellAt(sheet, row, 'applicable');
  const known = 'Yes, No';
  return faults.add(asked.place, 'word', { column: asked.heading, value: applicable, known });
}

function decided(reading: Reading, spot: Spot, { id, answer }: { id: string; answer: Answer }): Said {
  if (answer === 'open') return { answer };
  const cell = readText(reading, spot, 'why');
  const why = readWhy(cell);
  const beside = besideOf(reading, spot, cell);
  const { sheet, row } = spot;
  const at = (member?: string) => cellAt(sheet, row, memberOf(sheet, answer, member)).place;
  const bare = { requirement: id, obligations: [] };
  if (answer === 'no') {
    const exclusionReason = readWhy(readText(reading, spot, 'exclusion')) || why || undefined;
    const decision = { ...bare, applicable: false, reasons: [], exclusionReason };
    return { answer, placed: { at, decision, beside } };
  }
  const reasons = [...reasonsIn(reading, spot, why)];
  const decision = { ...bare, applicable: true, reasons };
  return { answer, placed: { at, decision, beside } };
}

/** What our own statement says beside a decision, in columns of its own; the obligations earlier below the reasons. */
function besideOf(reading: Reading, spot: Spot, why: string): PlacedBeside['beside'] {
  const said = (member: Member) => readText(reading, spot, member);
  return {
    owner: said('owner'),
    review: said('review'),
    obligations: [...new Set([said('obligations'), why].flatMap(obligationsIn))],
    isDated: said('decided') !== '' || isMoreThanAnswer(said('applicable')),
  };
}

/** Kinds that are marked each have the justification for a text; without a mark it says its kinds itself. */
function reasonsIn(reading: Reading, spot: Spot, why: string): readonly Reason[] {
  const { reasonKind, reasonOtherwise = '' } = reading;
  const said = readWhy(readText(reading, spot, 'inclusion')) || why || reasonOtherwise;
  const marked = reasonKinds.filter((kind) => isMarked(readText(reading, spot, kind)));
  if (marked.length === 0) return readReasons(said, reasonKind);
  return marked.map((kind) => ({ kind, text: said || (spot.sheet.columns.get(kind)?.heading ?? kind) }));
}

/** In which column something is at fault; where there is none of that name, in that of the id. */
function memberOf({ columns }: StatementSheet, answer: Answer, member: string | undefined): Member {
  const wanted: readonly Member[] =
    member === 'applicable'
      ? ['applicable']
      : member === 'reasons' || member === 'exclusionReason'
        ? [answer === 'yes' ? 'inclusion' : 'exclusion', 'why']
        : [];
  return wanted.find((each) => columns.has(each)) ?? 'id';
}

/** The text of a cell; '' where it is empty or at fault. A calculated one counts by its stored result. */
function readText({ faults }: Reading, { sheet, row }: Spot, member: Member): string {
  const { cell, place, heading: column } = cellAt(sheet, row, member);
  const said = textOf(cell).trim();
  if (typeof cell === 'object' && cell.trouble === 'error')
    return faults.add(place, 'cell-error', { column, value: said }) ?? '';
  if (typeof cell === 'object' && cell.trouble === 'formula' && said === '')
    return faults.add(place, 'cell-formula', { column }) ?? '';
  if (said === '') return '';
  if (said.length > longest) return faults.add(place, 'too-long', { column, limit: longest }) ?? '';
  if (text(longest).safeParse(said).success) return said;
  return faults.add(place, 'characters', { column, value: said.replace(/[\p{Cc}\p{Cs}]/gu, '�') }) ?? '';
}
