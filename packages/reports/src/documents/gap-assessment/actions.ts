import { say } from '@concord/catalog';
import type { GapAssessment } from '@concord/views';
import type { Block } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { dated, nameOf, quietly } from '../parts/lines.ts';
import { writeRoadmap } from '../parts/roadmap.ts';
import { writeCloses } from './steps.ts';

/** What is being done already, on a calendar and in a table. */
export function writeActionsOf(view: GapAssessment, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const { actions, on } = view;
  const caption = say(language, 'gap-report.actions');
  const heading: Block = { kind: 'heading', level: 1, text: caption };
  if (actions.length === 0)
    return [heading, { kind: 'paragraph', text: say(language, 'gap-report.actions.none') }];
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `gap-report.actions.${id}`),
    width,
  });
  return [
    heading,
    { kind: 'paragraph', text: say(language, 'gap-report.actions.words', { count: actions.length }) },
    ...writeRoadmap({ actions, on, until: undefined }, choices),
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('action', 34), identifies: true },
        column('owner', 16),
        column('due', 13),
        column('closes', 37),
      ],
      rows: actions.map(({ title, owner, due, priority, closes }) => [
        [title, ...(priority ? [quietly(say(language, `document.priority.${priority}`))] : [])],
        owner === undefined ? quietly(say(language, 'document.action.nobody')) : nameOf(owner, choices),
        due === undefined ? '' : dated(due, language),
        writeCloses(closes, view, language),
      ]),
    },
  ];
}
