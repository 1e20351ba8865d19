import { say } from '@concord/catalog';
import type { ApplicabilityRow, FurtherRow } from '@concord/views';
import type { Cell, Column, TableBlock } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { dated, nameOf, writeActions, writeFreshness } from '../parts/lines.ts';
import { writeState } from '../parts/requirement-rows.ts';
import { writeObligations } from './linked.ts';
import { saysInPlace, writeHow, writeReason, writeReasons } from './said.ts';

type Row = ApplicabilityRow | FurtherRow;

/** The rows to sort and filter by each thing they say: whether it applies, since when, whose it is, when it is reviewed. */
export function setApart(
  rows: readonly Row[],
  choices: DocumentChoices,
): Pick<TableBlock, 'columns' | 'rows'> {
  return { columns: writeColumns(choices.language), rows: rows.map((row) => writeRow(row, choices)) };
}

function writeColumns(language: string): Column[] {
  const column = (id: string, width: number) => ({ id, label: say(language, `soa.column.${id}`), width });
  return [
    { ...column('id', 5), identifies: true },
    column('title', 11),
    column('applicable', 5),
    column('decided', 5),
    column('why', 16),
    column('obligations', 9),
    column('in-place', 5),
    column('state', 8),
    column('how', 16),
    column('actions', 9),
    column('owner', 6),
    column('review', 5),
  ];
}

function writeRow(row: Row, choices: DocumentChoices): Cell[] {
  const { language } = choices;
  const { decidedOn, owner, reviewOn } = row;
  const told = 'code' in row ? writeOwn(row, language) : writeListed(row, choices);
  return [
    told.id,
    row.title,
    told.applicable,
    decidedOn === undefined ? '' : dated(decidedOn, language),
    told.why,
    writeObligations(row, language),
    told.inPlace,
    told.state,
    told.how,
    writeActions(row.actions, row.hiddenActions, choices),
    owner === undefined ? '' : nameOf(owner, choices),
    reviewOn === undefined ? '' : dated(reviewOn, language),
  ];
}

type Told = Readonly<Record<'id' | 'applicable' | 'why' | 'inPlace' | 'state' | 'how', Cell>>;

function writeListed(row: ApplicabilityRow, choices: DocumentChoices): Told {
  const { language } = choices;
  return {
    id: row.id,
    applicable: say(language, `soa.applicable.${row.applicability}`),
    why: writeReason(row, language),
    inPlace: saysInPlace(row) ? say(language, `soa.in-place.${row.implemented}`) : '',
    state: writeState(row, language),
    how: writeHow(row, choices),
  };
}

/** A control beside Annex A is necessary or would not stand here, and answers no requirement that could be met. */
function writeOwn(row: FurtherRow, language: string): Told {
  return {
    id: row.code,
    applicable: say(language, 'soa.applicable.applicable'),
    why: writeReasons(row.reasons, language),
    inPlace: say(language, `soa.in-place.${row.implemented}`),
    state: '',
    how: writeFreshness(row, language),
  };
}
