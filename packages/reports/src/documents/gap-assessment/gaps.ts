import { say } from '@concord/catalog';
import type { GapAssessment } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import { quietly } from '../parts/lines.ts';
import { writeControlsInShort, writeState } from '../parts/requirement-rows.ts';

type Assessed = GapAssessment['frameworks'][number];

/** What of one framework is not met, each with what is on the way. */
export function writeGaps({ framework, gaps }: Assessed, language: string): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: framework.title };
  if (gaps.length === 0) return [heading, { kind: 'paragraph', text: say(language, 'gap-report.gaps.none') }];
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `gap-report.gaps.${id}`),
    width,
  });
  return [
    heading,
    {
      kind: 'table',
      caption: framework.title,
      columns: [
        { ...column('requirement', 27), identifies: true },
        column('state', 22),
        column('how', 30),
        column('way', 21),
      ],
      rows: gaps.map((gap) => [
        [gap.id, quietly(gap.title)],
        writeState(gap, language),
        writeControlsInShort(gap, language),
        writeWay(gap, language),
      ]),
    },
  ];
}

function writeWay({ step, actions }: Assessed['gaps'][number], language: string): Cell {
  return [
    step === undefined
      ? quietly(say(language, 'gap-report.gaps.no-step'))
      : say(language, 'gap-report.gaps.step', { step }),
    quietly(say(language, 'csf.closed.actions', { count: actions })),
  ];
}

/** What more work on controls would not change; nothing where all can be closed. */
export function writeUnreachable({ unreachable, frameworks }: GapAssessment, language: string): Block[] {
  if (unreachable.length === 0) return [];
  const caption = say(language, 'gap-report.unreachable');
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `gap-report.unreachable.${id}`),
    width,
  });
  const title = (id: string) => frameworks.find((each) => each.framework.id === id)?.framework.title ?? id;
  return [
    { kind: 'heading', level: 1, text: caption },
    { kind: 'paragraph', text: say(language, 'gap-report.unreachable.words') },
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('requirement', 30), identifies: true },
        column('framework', 25),
        column('why', 45),
      ],
      rows: unreachable.map(({ framework, id, title: named, words }) => [
        [id, quietly(named)],
        title(framework),
        words,
      ]),
    },
  ];
}
