import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import { quietly } from '../parts/lines.ts';
import { writeControlsInShort, writeState } from '../parts/requirement-rows.ts';

type Duty = Nis2Compliance['rows'][number];

/** The 25 duties on entities and their management bodies. */
export function writeDuties({ rows }: Nis2Compliance, language: string): Block[] {
  const caption = say(language, 'nis2-report.duties');
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `nis2-report.column.${id}`),
    width,
  });
  return [
    { kind: 'heading', level: 1, text: caption },
    {
      kind: 'table',
      caption,
      dataset: 'requirements',
      columns: [
        { ...column('provision', 11), identifies: true },
        column('title', 20),
        column('who', 15),
        column('state', 22),
        column('how', 32),
      ],
      rows: rows.map((row) => [
        row.id,
        row.title,
        writeWho(row, language),
        writeStanding(row, language),
        row.exclusionReason.trim() === '' ? writeControlsInShort(row, language) : row.exclusionReason,
      ]),
    },
  ];
}

function writeWho({ addressee, deadline }: Duty, language: string): Cell {
  const who = addressee === '' ? '' : say(language, `nis2-report.addressee.${addressee}`);
  return [who, ...(deadline === '' ? [] : [quietly(deadline)])];
}

/** The state, and where the annex details the duty, at which points. */
function writeStanding(row: Duty, language: string): Cell {
  const points = row.technical.join(', ');
  return [
    writeState(row, language),
    ...(points === '' ? [] : [quietly(say(language, 'nis2-report.detailed', { points }))]),
  ];
}
