import { say } from '@concord/catalog';
import type { ProfileRow } from '@concord/views';
import type { Cell, Column, TableBlock } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { numbered, writeActions } from '../parts/lines.ts';
import { writeControlsInShort, writeState } from '../parts/requirement-rows.ts';
import { setWantedApart, wantedColumns } from './wanted.ts';

/** The outcomes to sort and filter by each thing that the profile says of them. */
export function setOutcomesApart(
  rows: readonly ProfileRow[],
  choices: DocumentChoices,
): Pick<TableBlock, 'columns' | 'rows'> {
  return { columns: writeColumns(choices.language), rows: rows.map((row) => writeRow(row, choices)) };
}

function writeColumns(language: string): Column[] {
  const column = (id: string, width: number) => ({ id, label: say(language, `csf.column.${id}`), width });
  return [
    { ...column('outcome', 6), identifies: true },
    column('title', 12),
    column('current', 9),
    column('described', 12),
    { ...column('score', 5), align: 'end' },
    column('target', 8),
    ...wantedColumns(language),
    { ...column('score-target', 5), align: 'end' },
    column('left-out', 10),
    column('how', 14),
    column('actions', 10),
  ];
}

function writeRow(row: ProfileRow, choices: DocumentChoices): Cell[] {
  const { language } = choices;
  const { id, title, included, rationale, status, target, score } = row;
  if (!included) {
    const why = rationale.trim() === '' ? say(language, 'csf.not-included.bare') : rationale;
    return [id, title, say(language, 'csf.not-included'), '', '', '', '', '', '', '', '', why, '', ''];
  }
  return [
    id,
    title,
    writeState(row, language),
    status?.text.trim() ?? '',
    score?.current ? numbered(score.current.value, language) : '',
    writeTarget(row, language),
    ...setWantedApart(target?.wanted ? target : {}, choices),
    score?.target === undefined ? '' : numbered(score.target, language),
    '',
    writeControlsInShort(row, language),
    writeActions(row.actions, row.hiddenActions, choices),
  ];
}

function writeTarget({ target }: ProfileRow, language: string): Cell {
  if (!target) return say(language, 'csf.target.none');
  return say(language, target.wanted ? 'csf.target.wanted' : 'csf.target.not-wanted');
}
