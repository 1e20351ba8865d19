import { say } from '@concord/catalog';
import type { FurtherRow, StatementOfApplicability } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { quietly, writeActions, writeFreshness } from '../parts/lines.ts';
import { setApart } from './apart.ts';
import { writeAnswerable, writeObligations } from './linked.ts';
import { writeReasons } from './said.ts';
import { writeColumns } from './table.ts';

/** Clause 6.1.3 b: controls from other sources than Annex A, in the same columns. */
export function writeFurther(
  { further, hiddenFurther }: StatementOfApplicability,
  choices: DocumentChoices,
): Block[] {
  const { language } = choices;
  if (further.length + hiddenFurther === 0) return [];
  const title = say(language, 'soa.further');
  const hidden =
    hiddenFurther === 0 ? '' : ` ${say(language, 'soa.further.hidden', { count: hiddenFurther })}`;
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: `${say(language, 'soa.further.words')}${hidden}` },
    {
      kind: 'table',
      caption: title,
      dataset: 'statement',
      columns: writeColumns(language),
      rows: further.map((row) => writeRow(row, choices)),
      apart: setApart(further, choices),
    },
  ];
}

function writeRow(row: FurtherRow, choices: DocumentChoices): Cell[] {
  const { language } = choices;
  return [
    row.code,
    row.title,
    [say(language, 'soa.applicable.applicable'), ...writeAnswerable(row, choices)],
    [...writeReasons(row.reasons, language), ...writeObligations(row, language)],
    say(language, `soa.in-place.${row.implemented}`),
    [quietly(writeFreshness(row, language)), ...writeActions(row.actions, row.hiddenActions, choices)],
  ];
}
