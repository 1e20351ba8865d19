import { say } from '@concord/catalog';
import type { ClauseConformity } from '@concord/views';
import type { Block, Cell, Line } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import { quietly } from '../parts/lines.ts';
import { writeState } from '../parts/requirement-rows.ts';
import { writeNeedState } from './need.ts';
import { countComplete, groupsOf, writeGroupName } from './stand.ts';

type Row = ClauseConformity['rows'][number];

/** A table for each clause at the top: its state, what is to be written down, what is kept, what is missing. */
export function writeClauses({ rows }: ClauseConformity, language: string): Block[] {
  return groupsOf(rows).flatMap((members) => writeGroup(members, language));
}

function writeGroup(rows: readonly Row[], language: string): Block[] {
  const title = writeGroupName(rows[0] as Row, language);
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `clause-report.column.${id}`),
    width,
  });
  return [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'paragraph',
      text: say(language, 'clause-report.group.words', {
        count: rows.length,
        yes: countComplete(rows, 'yes'),
        unknown: countComplete(rows, 'unknown'),
        no: countComplete(rows, 'no'),
      }),
    },
    {
      kind: 'table',
      caption: title,
      dataset: 'clauses',
      columns: [
        { ...column('clause', 10), identifies: true },
        column('title', 16),
        column('state', 17),
        column('written', 20),
        column('records', 20),
        column('missing', 17),
      ],
      rows: rows.map((row) => writeRow(row, language)),
    },
  ];
}

function writeRow(row: Row, language: string): Cell[] {
  return [
    row.id,
    [row.title, ...writeItems(row, language)],
    [writeState(row, language), quietly(say(language, `clause-report.complete.${row.complete}`))],
    row.needs.flatMap((need) => [
      say(language, 'clause-report.need', { id: need.id, title: need.title }),
      writeNeedState(need, language),
    ]),
    row.records.map(({ state, words }) => toneOf(state, writeDatesIn(words, language))),
    row.missing.length === 0
      ? quietly(say(language, 'clause-report.missing.none'))
      : row.missing.map((each) => writeDatesIn(each, language)),
  ];
}

/** Lettered items are part of their clause and not judged apart. */
function writeItems({ items }: Row, language: string): Line[] {
  if (items.length === 0) return [];
  return [quietly(say(language, 'clause-report.items', { count: items.length }))];
}

/** What is there stands out; what is not kept here only says where else to look. */
function toneOf(state: Row['records'][number]['state'], words: string): Line {
  return state === 'there' || state === 'incomplete' ? words : quietly(words);
}
