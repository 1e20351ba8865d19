import { say } from '@concord/catalog';
import type { CsfProfile, ProfileRow } from '@concord/views';
import type { Block, Cell, Line } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { quietly, writeActions } from '../parts/lines.ts';
import { writeControlsInShort, writeState } from '../parts/requirement-rows.ts';
import { setOutcomesApart } from './apart.ts';
import { writeWanted } from './wanted.ts';

/** Every outcome of the profile, current beside target, in a table for each function. */
export function writeOutcomes({ groups, rows }: CsfProfile, choices: DocumentChoices): Block[] {
  const { language } = choices;
  return groups
    .filter(({ level }) => level === 'function')
    .flatMap(({ id, title }) => {
      const caption = say(language, 'csf.named', { id, title });
      return [
        { kind: 'heading', level: 1, text: caption },
        {
          kind: 'table',
          caption,
          dataset: 'outcomes',
          columns: writeColumns(language),
          rows: rows.filter((row) => row.function === id).map((row) => writeRow(row, choices)),
          apart: setOutcomesApart(
            rows.filter((row) => row.function === id),
            choices,
          ),
        },
      ] as const;
    });
}

function writeColumns(language: string) {
  const column = (id: string, width: number) => ({ id, label: say(language, `csf.column.${id}`), width });
  return [
    { ...column('outcome', 12), identifies: true as const },
    column('title', 18),
    column('current', 22),
    column('target', 18),
    column('how', 30),
  ];
}

function writeRow(row: ProfileRow, choices: DocumentChoices): Cell[] {
  const { id, title, included, rationale } = row;
  const { language } = choices;
  if (!included) {
    const why = rationale.trim() === '' ? say(language, 'csf.not-included.bare') : rationale;
    return [id, title, say(language, 'csf.not-included'), quietly(why), ''];
  }
  return [id, title, writeCurrent(row, language), writeTarget(row, choices), writeHow(row, choices)];
}

function writeCurrent(row: ProfileRow, language: string): Cell {
  const { status, score } = row;
  const judged = score?.current;
  return [
    writeState(row, language),
    ...(status && status.text.trim() !== '' ? [quietly(status.text)] : []),
    ...(judged ? [quietly(say(language, 'csf.scored', { value: judged.value }))] : []),
  ];
}

function writeTarget({ target, score }: ProfileRow, choices: DocumentChoices): Cell {
  const { language } = choices;
  if (!target) return quietly(say(language, 'csf.target.none'));
  if (!target.wanted) return quietly(say(language, 'csf.target.not-wanted'));
  const wanted = writeWanted(target, choices) as readonly Line[];
  return [
    ...(wanted.length === 0 ? [say(language, 'csf.target.wanted')] : wanted),
    ...(score?.target === undefined ? [] : [quietly(say(language, 'csf.scored', { value: score.target }))]),
  ];
}

function writeHow(row: ProfileRow, choices: DocumentChoices): Cell {
  return [
    ...writeControlsInShort(row, choices.language),
    ...writeActions(row.actions, row.hiddenActions, choices),
  ];
}
