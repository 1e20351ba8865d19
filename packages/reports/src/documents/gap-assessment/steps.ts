import { say } from '@concord/catalog';
import type { GapAssessment } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { nameOf, numbered, quietly } from '../parts/lines.ts';

type Step = GapAssessment['roadmap'][number];

/** One list of controls over all frameworks, what adds most first. */
export function writeSteps(view: GapAssessment, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const { roadmap, atMostOver } = view;
  const caption = say(language, 'gap-report.roadmap');
  const heading: Block = { kind: 'heading', level: 1, text: caption };
  if (roadmap.length === 0)
    return [heading, { kind: 'paragraph', text: say(language, 'gap-report.roadmap.none') }];
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `gap-report.roadmap.${id}`),
    width,
  });
  return [
    heading,
    {
      kind: 'paragraph',
      text: [
        say(language, 'gap-report.roadmap.words', { count: roadmap.length }),
        say(language, 'gap-report.roadmap.bound', { count: atMostOver }),
      ].join(' '),
    },
    {
      kind: 'table',
      caption,
      dataset: 'roadmap',
      columns: [
        { ...column('step', 9), align: 'end' as const },
        { ...column('control', 27), identifies: true },
        column('owner', 15),
        { ...column('gain', 11), align: 'end' as const },
        column('closes', 38),
      ],
      rows: roadmap.map((step, at) => rowOf(step, at, { view, choices })),
    },
  ];
}

function rowOf(
  step: Step,
  at: number,
  { view, choices }: { view: GapAssessment; choices: DocumentChoices },
): Cell[] {
  const { language } = choices;
  const { code, name, owner, gain, frameworks, together = [] } = step;
  return [
    numbered(at + 1, language),
    [
      code,
      quietly(name),
      ...(together.length === 0
        ? []
        : [quietly(say(language, 'gap-report.roadmap.together', { codes: together.join(', ') }))]),
    ],
    owner === undefined ? quietly(say(language, 'document.action.nobody')) : nameOf(owner, choices),
    numbered(gain, language),
    writeCloses(frameworks, view, language),
  ];
}

/** A line for each framework, with the requirements in it. */
export function writeCloses(
  closes: readonly { readonly framework: string; readonly requirements: readonly string[] }[],
  { frameworks }: GapAssessment,
  language: string,
): Cell {
  return closes
    .filter(({ requirements }) => requirements.length > 0)
    .map(({ framework, requirements }) =>
      say(language, 'gap-report.roadmap.line', {
        framework: frameworks.find((each) => each.framework.id === framework)?.framework.title ?? framework,
        requirements: requirements.join(', '),
      }),
    );
}
