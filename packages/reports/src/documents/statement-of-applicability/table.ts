import { say } from '@concord/catalog';
import type { ApplicabilityRow } from '@concord/views';
import { type Block, type Cell, type Column, type Line, linesOf } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';
import { quietly, writeHow } from './how.ts';
import { writeActions, writeAnswerable, writeObligations } from './linked.ts';

/** One table for each theme, in the order in which the rows name them. */
export function writeGroups(rows: readonly ApplicabilityRow[], choices: StatementChoices): Block[] {
  const groups = new Map<string, ApplicabilityRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups.values()].flatMap((members) => writeGroup(members, choices));
}

function writeGroup(rows: readonly ApplicabilityRow[], choices: StatementChoices): Block[] {
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
    { ...column('id', 8), identifies: true },
    column('title', 16),
    column('applicable', 14.5),
    column('why', 23.5),
    column('in-place', 14),
    column('how', 24),
  ];
}

function writeRow(row: ApplicabilityRow, choices: StatementChoices): Cell[] {
  return [
    row.id,
    row.title,
    writeApplicability(row, choices),
    writeWhy(row, choices),
    writeInPlace(row, choices),
    [...linesOf(writeHow(row, choices)), ...writeActions(row, choices)],
  ];
}

function writeApplicability(row: ApplicabilityRow, choices: StatementChoices): Cell {
  return [say(choices.language, `soa.applicable.${row.applicability}`), ...writeAnswerable(row, choices)];
}

function writeWhy(row: ApplicabilityRow, { language }: StatementChoices): Cell {
  return [...linesOf(writeReason(row, language)), ...writeObligations(row, language)];
}

function writeReason(row: ApplicabilityRow, language: string): Cell {
  if (row.applicability === 'undecided') return quietly(say(language, 'soa.undecided'));
  if (row.applicability === 'excluded')
    return row.exclusionReason.trim() === '' ? say(language, 'soa.exclusion.none') : row.exclusionReason;
  if (row.reasons.length === 0) return say(language, 'soa.reason.none');
  return writeReasons(row.reasons, language);
}

export function writeReasons(reasons: ApplicabilityRow['reasons'], language: string): Line[] {
  return reasons.map(({ kind, text }) => say(language, `soa.reason.${kind}`, { text }));
}

/** First what the organisation states, where it decided or claimed anything, then what the calculus makes of it. */
function writeInPlace(row: ApplicabilityRow, { language }: StatementChoices): Cell {
  const { applicability, implementation, implemented, mark, word } = row;
  const computed: Line = { text: writeDatesIn(word, language), mark };
  const silent = applicability === 'undecided' && implementation === 'no';
  if (applicability === 'excluded' || silent) return computed;
  return [say(language, `soa.in-place.${implemented}`), computed];
}
