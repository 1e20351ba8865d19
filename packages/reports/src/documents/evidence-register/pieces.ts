import { say } from '@concord/catalog';
import type { EvidenceRegister, RegisterPiece } from '@concord/views';
import type { Block, Cell, Column, Line } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { dated, nameOf, quietly } from '../parts/lines.ts';
import type { Section } from './standings.ts';

/** The pieces that stand in one way, the one recorded last first; nothing where there are none. */
export function writePieces({ rows }: EvidenceRegister, section: Section, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const members = rows.filter(({ freshness, past }) => (past ? 'past' : freshness) === section);
  if (members.length === 0) return [];
  const title = say(language, `evidence-report.standing.${section}`);
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: say(language, `evidence-report.meaning.${section}`) },
    {
      kind: 'table',
      caption: title,
      dataset: 'evidence',
      columns: writeColumns(language),
      rows: members.map((row) => writeRow(row, choices)),
      apart: {
        columns: writeColumnsApart(language),
        rows: members.map((row) => writeRowApart(row, choices)),
      },
    },
  ];
}

function writeColumns(language: string): Column[] {
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `evidence-report.column.${id}`),
    width,
  });
  return [
    { ...column('title', 18), identifies: true },
    column('collected', 15),
    { ...column('covers', 12), under: 'collected' },
    column('outcome', 14),
    column('controls', 12.5),
    { ...column('until', 9.5), under: 'standing' },
    column('standing', 19),
  ];
}

/** The same, with what it is and the hash of its file each in a column. */
function writeColumnsApart(language: string): Column[] {
  const [title, ...rest] = writeColumns(language);
  const column = (id: string) => ({ id, label: say(language, `evidence-report.column.${id}`), width: 16 });
  return [title as Column, column('where'), column('hash'), ...rest];
}

function writeRowApart(row: RegisterPiece, choices: DocumentChoices): Cell[] {
  const [, ...rest] = writeRow(row, choices);
  const [where = ''] = writeWhere(row, choices.language);
  return [row.title, where, row.file?.hash ?? '', ...rest];
}

function writeRow(row: RegisterPiece, choices: DocumentChoices): Cell[] {
  const { language } = choices;
  const { collectedOn, until } = row;
  return [
    [row.title, ...writeWhere(row, language)],
    dated(collectedOn, language),
    writeCovered(row, language),
    writeOutcome(row, choices),
    writeControls(row, language),
    until === undefined ? '' : dated(until, language),
    writeStanding(row, language),
  ];
}

/** What it is: a file with its hash, a link, or a record of this ledger. */
function writeWhere({ file, link, record }: RegisterPiece, language: string): Line[] {
  if (file) return [quietly(file.name), quietly(say(language, 'evidence-report.hash', { hash: file.hash }))];
  if (link !== undefined) return [quietly(link)];
  return record === undefined ? [] : [quietly(say(language, 'evidence-report.record', { record }))];
}

function writeCovered({ coversFrom, coversTo }: RegisterPiece, language: string): Cell {
  if (coversFrom === undefined && coversTo === undefined) return '';
  const from = coversFrom === undefined ? '' : writeDate(coversFrom, language);
  const to = coversTo === undefined ? '' : writeDate(coversTo, language);
  if (from === '') return say(language, 'evidence-report.covers.to', { to });
  return say(language, to === '' ? 'evidence-report.covers.from' : 'evidence-report.covers', { from, to });
}

function writeOutcome({ outcome, by, collector }: RegisterPiece, choices: DocumentChoices): Cell {
  const { language } = choices;
  return [
    say(language, `evidence-report.outcome.${outcome}`),
    quietly(nameOf(by, choices)),
    ...(collector ? [quietly(say(language, 'evidence-report.collector'))] : []),
  ];
}

/** The controls that it serves; those whose state rests on it now are named again. */
function writeControls({ codes, hiddenControls, holds }: RegisterPiece, language: string): Cell {
  const hidden = { count: hiddenControls };
  return [
    ...(codes.length === 0 ? [] : [codes.join(', ')]),
    ...(hiddenControls === 0 ? [] : [quietly(say(language, 'document.how.hidden', hidden))]),
    ...(holds.length === 0 ? [] : [quietly(writeHolds(holds, codes, language))]),
  ];
}

function writeHolds(holds: readonly string[], codes: readonly string[], language: string): string {
  return holds.length === codes.length
    ? say(language, 'evidence-report.holds')
    : say(language, 'evidence-report.holds.some', { codes: holds.join(', ') });
}

function writeStanding(
  { freshness, past, graceUntil, until, replacedBy }: RegisterPiece,
  language: string,
): Cell {
  const counts = freshness === 'fresh' || freshness === 'due';
  const grace = counts && !past && graceUntil !== undefined && graceUntil !== until;
  const standing = say(language, `evidence-report.standing.${freshness}`);
  return [
    past ? `${standing} · ${say(language, 'evidence-report.standing.past')}` : standing,
    ...(grace
      ? [quietly(say(language, 'evidence-report.grace', { date: writeDate(graceUntil, language) }))]
      : []),
    ...(replacedBy
      ? [
          quietly(
            say(language, 'evidence-report.replaced', {
              title: replacedBy.title,
              date: writeDate(replacedBy.collectedOn, language),
            }),
          ),
        ]
      : []),
  ];
}
