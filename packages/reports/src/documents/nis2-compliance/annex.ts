import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { BarRow, Block, Cell } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { barOfGroup, barsOf } from '../parts/groups.ts';
import { writeInterval, writeOpen } from '../parts/interval.ts';
import { dated, nameOf, quietly } from '../parts/lines.ts';
import { writeControlsInShort, writeState } from '../parts/requirement-rows.ts';

type Technical = NonNullable<Nis2Compliance['technical']>;

/** The annex of Implementing Regulation (EU) 2024/2690, section by section; nothing while it is not adopted. */
export function writeAnnex({ technical }: Nis2Compliance, choices: DocumentChoices): Block[] {
  const { language } = choices;
  if (!technical) return [];
  const { applies, numbers, sections } = technical;
  const title = say(language, 'nis2-report.annex');
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: applies.sentence },
    ...writeInterval(numbers, 'points', language),
    barsOf(
      { caption: title, heads: barHeads, rows: sections.map((section) => barOf(section, language)) },
      language,
    ),
    ...sections.flatMap((section) => writeSection(section, technical, language)),
    ...writeNotApplied(technical, choices),
  ];
}

function barOf({ id, title, numbers }: Technical['sections'][number], language: string): BarRow {
  const { n, met, possible } = numbers;
  const words = writeOpen(numbers, language);
  return barOfGroup({ label: `${id} ${title}`, n, met, possible, words }, language);
}

const barHeads = {
  label: 'nis2-report.annex.section',
  figure: 'nis2-report.annex.met',
  words: 'csf.bars.words',
};

function writeSection(
  { id, title, requirements }: Technical['sections'][number],
  { rows }: Technical,
  language: string,
): Block[] {
  const caption = `${id} ${title}`;
  const column = (name: string, width: number) => ({
    id: name,
    label: say(language, `nis2-report.column.${name}`),
    width,
  });
  const members = new Set(requirements);
  return [
    { kind: 'heading', level: 2, text: caption },
    {
      kind: 'table',
      caption,
      dataset: 'annex',
      columns: [
        { ...column('point', 10), identifies: true },
        column('title', 24),
        column('details', 12),
        column('state', 22),
        column('how', 32),
      ],
      rows: rows.filter((row) => members.has(row.id)).map((row) => writeRow(row, language)),
    },
  ];
}

function writeRow(row: Technical['rows'][number], language: string): Cell[] {
  const left = row.notApplied.map(({ point }) => point).join(', ');
  return [
    row.id,
    row.title,
    row.details.join(', '),
    [
      writeState(row, language),
      ...(left === '' ? [] : [quietly(say(language, 'nis2-report.annex.left', { points: left }))]),
    ],
    row.exclusionReason.trim() === '' ? writeControlsInShort(row, language) : row.exclusionReason,
  ];
}

/** Article 2(2) of the Regulation: what is not applied although the annex names it, and why not. */
function writeNotApplied({ rows }: Technical, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const left = rows.flatMap(({ notApplied }) => notApplied);
  const caption = say(language, 'nis2-report.not-applied');
  const heading: Block = { kind: 'heading', level: 2, text: caption };
  if (left.length === 0)
    return [heading, { kind: 'paragraph', text: say(language, 'nis2-report.not-applied.none') }];
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `nis2-report.not-applied.${id}`),
    width,
  });
  return [
    heading,
    { kind: 'paragraph', text: say(language, 'nis2-report.not-applied.words') },
    {
      kind: 'table',
      caption,
      columns: [{ ...column('point', 22), identifies: true }, column('why', 48), column('who', 30)],
      rows: left.map((point) => writePoint(point, choices)),
    },
  ];
}

type Point = Technical['rows'][number]['notApplied'][number];

function writePoint(
  { point, title, exclusionReason, owner, decidedOn, reviewOn }: Point,
  choices: DocumentChoices,
): Cell[] {
  const { language } = choices;
  const review =
    reviewOn === undefined
      ? []
      : [quietly(say(language, 'document.review', { date: writeDate(reviewOn, language) }))];
  return [
    [point, quietly(title)],
    exclusionReason,
    [
      dated(decidedOn, language),
      ...(owner === undefined ? [] : [quietly(nameOf(owner, choices))]),
      ...review,
    ],
  ];
}
