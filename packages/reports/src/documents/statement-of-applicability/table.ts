import { say } from '@concord/catalog';
import type { ApplicabilityRow } from '@concord/views';
import { type Block, type Cell, type Column, linesOf } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeActions } from '../parts/lines.ts';
import { writeState } from '../parts/requirement-rows.ts';
import { setApart } from './apart.ts';
import { writeAnswerable, writeObligations } from './linked.ts';
import { saysInPlace, writeHow, writeReason } from './said.ts';

/** One table for each theme, in the order in which the rows name them. */
export function writeGroups(rows: readonly ApplicabilityRow[], choices: DocumentChoices): Block[] {
  const groups = new Map<string, ApplicabilityRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups.values()].flatMap((members) => writeGroup(members, choices));
}

function writeGroup(rows: readonly ApplicabilityRow[], choices: DocumentChoices): Block[] {
  const { language } = choices;
  const { group, groupTitle } = rows[0]!;
  const title = say(language, 'soa.group', { group, title: groupTitle });
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: writeCounts(rows, language) },
    {
      kind: 'table',
      caption: title,
      dataset: 'statement',
      columns: writeColumns(language),
      rows: rows.map((row) => writeRow(row, choices)),
      apart: setApart(rows, choices),
    },
  ];
}

function writeCounts(rows: readonly ApplicabilityRow[], language: string): string {
  const counts = (['applicable', 'excluded', 'undecided'] as const)
    .map((applicability) => ({
      applicability,
      number: rows.filter((row) => row.applicability === applicability).length,
    }))
    .filter(({ number }) => number > 0)
    .map(({ applicability, number }) => say(language, `soa.group.${applicability}`, { number }));
  return say(language, 'soa.group.words', { count: rows.length, counts: counts.join(', ') });
}

/** The columns of every table that lists controls, those of our own too. */
export function writeColumns(language: string): Column[] {
  const column = (id: string, width: number) => ({ id, label: say(language, `soa.column.${id}`), width });
  return [
    { ...column('id', 11.5), identifies: true },
    column('title', 16),
    column('applicable', 13),
    column('why', 20),
    column('in-place', 15.5),
    column('how', 24),
  ];
}

function writeRow(row: ApplicabilityRow, choices: DocumentChoices): Cell[] {
  return [
    row.id,
    row.title,
    writeApplicability(row, choices),
    writeWhy(row, choices),
    writeInPlace(row, choices),
    [...writeHow(row, choices), ...writeActions(row.actions, row.hiddenActions, choices)],
  ];
}

function writeApplicability(row: ApplicabilityRow, choices: DocumentChoices): Cell {
  return [say(choices.language, `soa.applicable.${row.applicability}`), ...writeAnswerable(row, choices)];
}

function writeWhy(row: ApplicabilityRow, { language }: DocumentChoices): Cell {
  return [...linesOf(writeReason(row, language)), ...writeObligations(row, language)];
}

/** First what the organisation states, where it decided or claimed anything, then what the calculus makes of it. */
function writeInPlace(row: ApplicabilityRow, { language }: DocumentChoices): Cell {
  const computed = writeState(row, language);
  return saysInPlace(row) ? [say(language, `soa.in-place.${row.implemented}`), computed] : computed;
}
