import { say } from '@concord/catalog';
import type { ApplicabilityRow } from '@concord/views';
import type { Block, Cell, Column, Line } from '../../blocks.ts';
import { writeDate, writeDatesIn } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';
import { quietly, writeHow } from './how.ts';

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

function writeColumns(language: string): Column[] {
  const column = (id: string, width: number) => ({ id, label: say(language, `soa.column.${id}`), width });
  return [
    { ...column('id', 8), identifies: true },
    column('title', 16.5),
    column('applicable', 12.5),
    column('why', 24),
    column('in-place', 14),
    column('how', 25),
  ];
}

function writeRow(row: ApplicabilityRow, choices: StatementChoices): Cell[] {
  return [
    row.id,
    row.title,
    writeApplicability(row, choices),
    writeWhy(row, choices),
    writeInPlace(row, choices),
    writeHow(row, choices),
  ];
}

function writeApplicability(row: ApplicabilityRow, { language }: StatementChoices): Cell {
  const decided = row.decidedOn === undefined ? [] : [quietly(writeDate(row.decidedOn, language))];
  return [say(language, `soa.applicable.${row.applicability}`), ...decided];
}

function writeWhy(row: ApplicabilityRow, { language }: StatementChoices): Cell {
  if (row.applicability === 'undecided') return quietly(say(language, 'soa.undecided'));
  if (row.applicability === 'excluded')
    return row.exclusionReason.trim() === '' ? say(language, 'soa.exclusion.none') : row.exclusionReason;
  if (row.reasons.length === 0) return say(language, 'soa.reason.none');
  return row.reasons.map(({ kind, text }) => say(language, `soa.reason.${kind}`, { text }));
}

/** First what the organisation states, where it decided or claimed anything, then what the calculus makes of it. */
function writeInPlace(row: ApplicabilityRow, { language, strict }: StatementChoices): Cell {
  const { applicability, implementation, mark, word } = row;
  const computed: Line = { text: writeDatesIn(word, language), mark };
  const silent = applicability === 'undecided' && implementation === 'no';
  if (applicability === 'excluded' || silent) return computed;
  const stated = strict && implementation === 'partly' ? 'no' : implementation;
  return [say(language, `soa.in-place.${stated}`), computed];
}
