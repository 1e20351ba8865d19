import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { Block, Cell, Line } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import { quietly } from '../parts/lines.ts';

type Row = Nis2Compliance['beyondIso27001']['rows'][number];

/** Where a certificate to ISO/IEC 27001 is not enough: what goes beyond it, why, and what answers it. */
export function writeBeyond({ beyondIso27001 }: Nis2Compliance, language: string): Block[] {
  const { rows, total } = beyondIso27001;
  if (total === 0) return [];
  const caption = say(language, 'nis2-report.beyond');
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `nis2-report.beyond.${id}`),
    width,
  });
  return [
    { kind: 'heading', level: 1, text: caption },
    { kind: 'paragraph', text: say(language, 'nis2-report.beyond.words', { count: total }) },
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('provision', 22), identifies: true },
        column('why', 26),
        column('state', 18),
        column('answer', 34),
      ],
      rows: rows.map((row) => [
        [row.id, quietly(row.title)],
        [say(language, `nis2-report.beyond.extent.${row.extent}`), quietly(row.note)],
        writeDatesIn(row.word, language),
        writeAnswer(row, language),
      ]),
    },
  ];
}

function writeAnswer({ answeredBy }: Row, language: string): Cell {
  const { controls, moreControls, hiddenControls, starter } = answeredBy;
  const rest = (key: string, count: number): Line[] =>
    count === 0 ? [] : [quietly(say(language, key, { count }))];
  const known = [
    ...controls.map(({ code, name }) => say(language, 'document.how.control', { code, name })),
    ...rest('document.how.more', moreControls),
    ...rest('document.how.hidden', hiddenControls),
  ];
  if (known.length > 0) return known;
  return starter.length === 0
    ? quietly(say(language, 'document.how.none'))
    : quietly(say(language, 'nis2-report.beyond.starter', { codes: starter.join(', ') }));
}
