import type { Block, Cell, Column, Line } from '../../blocks.ts';
import { type Say, writeDate } from '../../words/words.ts';
import type { Implementation, StatementChoices, StatementControl, StatementRow } from './view.ts';

/** One table for each theme, in the order in which the rows name them. */
export function writeGroups(rows: readonly StatementRow[], choices: StatementChoices): Block[] {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups.values()].flatMap((members) => writeGroup(members, choices));
}

function writeGroup(rows: readonly StatementRow[], choices: StatementChoices): Block[] {
  const { say } = choices;
  const { group, groupTitle } = rows[0]!;
  const title = say('soa.group', { group, title: groupTitle });
  const count = (applicability: StatementRow['applicability']) =>
    rows.filter((row) => row.applicability === applicability).length;
  const counts = {
    count: rows.length,
    applicable: count('applicable'),
    excluded: count('excluded'),
    undecided: count('undecided'),
  };
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: say('soa.group.words', counts) },
    {
      kind: 'table',
      caption: title,
      dataset: 'statement',
      columns: writeColumns(say),
      rows: rows.map((row) => writeRow(row, choices)),
    },
  ];
}

function writeColumns(say: Say): Column[] {
  return [
    { id: 'id', label: say('soa.column.id'), width: 8, identifies: true },
    { id: 'title', label: say('soa.column.title'), width: 19 },
    { id: 'applicable', label: say('soa.column.applicable'), width: 11.5 },
    { id: 'why', label: say('soa.column.why'), width: 24 },
    { id: 'in-place', label: say('soa.column.in-place'), width: 15 },
    { id: 'how', label: say('soa.column.how'), width: 27 },
  ];
}

function writeRow(row: StatementRow, choices: StatementChoices): Cell[] {
  return [
    row.id,
    row.title,
    writeApplicability(row, choices),
    writeWhy(row, choices.say),
    writeInPlace(row, choices),
    writeHow(row, choices),
  ];
}

function writeApplicability(row: StatementRow, { say, language }: StatementChoices): Cell {
  const decided = row.decidedOn === undefined ? [] : [quietly(writeDate(row.decidedOn, language))];
  const by = row.decidedBy === undefined ? [] : [quietly(row.decidedBy)];
  return [say(`soa.applicable.${row.applicability}`), ...decided, ...by];
}

function quietly(text: string): Line {
  return { text, quiet: true };
}

function writeWhy(row: StatementRow, say: Say): Cell {
  if (row.applicability === 'excluded') {
    const reason = row.exclusionReason ?? '';
    return reason.trim() === '' ? say('soa.exclusion.none') : reason;
  }
  if (row.reasons.length === 0) return say('soa.reason.none');
  return row.reasons.map((reason) => say(`soa.reason.${reason.kind}`, { text: reason.text }));
}

/** First what the organisation states, then what the calculus makes of it. */
function writeInPlace(row: StatementRow, { say, strict }: StatementChoices): Cell {
  const computed: Line = { text: row.word, mark: row.mark };
  if (row.applicability === 'excluded') return computed;
  const stated: Implementation = strict && row.implementation === 'partly' ? 'no' : row.implementation;
  return [say(`soa.in-place.${stated}`), computed];
}

function writeHow(row: StatementRow, choices: StatementChoices): Cell {
  const { say } = choices;
  if (row.applicability === 'excluded' && row.controls.length === 0) return '';
  const shown = row.controls.flatMap((control) => writeControl(control, choices));
  const hidden =
    row.hiddenControls === 0 ? [] : [quietly(say('soa.how.hidden', { count: row.hiddenControls }))];
  if (shown.length + hidden.length === 0) return say('soa.how.none');
  return [...shown, ...hidden, quietly(writeEvidence(row, say))];
}

function writeEvidence(row: StatementRow, say: Say): string {
  const counts = (['fresh', 'due', 'stale'] as const)
    .filter((state) => row.evidence[state] > 0)
    .map((state) => say(`soa.evidence.${state}`, { number: row.evidence[state] }));
  return counts.length === 0 ? say('soa.evidence.none') : say('soa.evidence', { counts: counts.join(', ') });
}

function writeControl(control: StatementControl, { say, language }: StatementChoices): Line[] {
  const { code, name, implementation, freshness, freshUntil } = control;
  const dated = freshness !== 'missing' && freshness !== 'failed';
  const shows = !dated
    ? say(`soa.fresh.${freshness}`)
    : freshUntil === undefined
      ? say(`soa.fresh.${freshness}.undated`)
      : say(`soa.fresh.${freshness}`, { date: writeDate(freshUntil, language) });
  const works = implementation === 'yes' ? [] : [quietly(say(`soa.control.${implementation}`))];
  return [say('soa.how.control', { code, name }), ...works, quietly(shows)];
}
