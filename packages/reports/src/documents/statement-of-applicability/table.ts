import { say } from '@concord/catalog';
import type { ApplicabilityRow } from '@concord/views';
import { type Block, type Cell, type Column, type Line, linesOf } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { quietly, writeActions } from '../parts/lines.ts';
import { writeControls, writeState } from '../parts/requirement-rows.ts';
import { writeAnswerable, writeObligations } from './linked.ts';

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

/** Where nothing is necessary nothing has to be there. */
function writeHow(row: ApplicabilityRow, { language }: DocumentChoices): Line[] {
  const none = row.controls.length + row.hiddenControls === 0;
  return none && row.applicability !== 'applicable' ? [] : writeControls(row, language);
}

function writeApplicability(row: ApplicabilityRow, choices: DocumentChoices): Cell {
  return [say(choices.language, `soa.applicable.${row.applicability}`), ...writeAnswerable(row, choices)];
}

function writeWhy(row: ApplicabilityRow, { language }: DocumentChoices): Cell {
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
function writeInPlace(row: ApplicabilityRow, { language }: DocumentChoices): Cell {
  const { applicability, implementation, implemented } = row;
  const computed = writeState(row, language);
  const silent = applicability === 'undecided' && implementation === 'no';
  if (applicability === 'excluded' || silent) return computed;
  return [say(language, `soa.in-place.${implemented}`), computed];
}
