import { say } from '@concord/catalog';
import type { GapAssessment } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeMarks, writeNote } from '../parts/guide.ts';
import { writeBasis, writeDocument } from '../parts/head.ts';
import { writeFigure } from '../parts/interval.ts';
import { writeActionsOf } from './actions.ts';
import { writeGaps, writeUnreachable } from './gaps.ts';
import { writeSteps } from './steps.ts';

/** What is not met in ISO/IEC 27001, CSF and NIS 2, in one document with one roadmap. */
export function writeGapAssessment(view: GapAssessment, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'gap-report.title'),
    asked: say(language, 'gap-report.asked'),
    lead: writeLead(view, language),
    blocks: [
      ...writeCover(view, choices),
      { kind: 'pageBreak' },
      ...writeFrameworks(view, language),
      ...writeSteps(view, choices),
      ...writeActionsOf(view, choices),
      ...view.frameworks.flatMap((each) => writeGaps(each, language)),
      ...writeUnreachable(view, language),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

function writeLead({ frameworks, roadmap }: GapAssessment, language: string): string {
  const count = frameworks.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const closed = roadmap.reduce((sum, { gain }) => sum + gain, 0);
  const way =
    roadmap.length === 0
      ? say(language, 'gap-report.lead.no-roadmap')
      : say(language, 'gap-report.lead.roadmap', { count: roadmap.length, closed });
  return `${say(language, 'gap-report.lead', { count, frameworks: frameworks.length })} ${way}`;
}

function writeCover(view: GapAssessment, choices: DocumentChoices): Block[] {
  const { language } = choices;
  return [
    writeBasis(view, { editions: view.frameworks.map(({ framework }) => framework) }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    { kind: 'heading', level: 2, text: say(language, 'document.read') },
    writeNote('rule', say(language, 'gap-report.read.rule'), language),
    writeNote('practice', say(language, 'gap-report.read.practice'), language),
    writeNote('own computation', say(language, 'gap-report.read.own'), language),
    ...writeMarks(language),
  ];
}

/** The frameworks under each other, each as its interval. */
function writeFrameworks({ frameworks }: GapAssessment, language: string): Block[] {
  const caption = say(language, 'gap-report.frameworks');
  return [
    { kind: 'heading', level: 1, text: caption },
    {
      kind: 'bars',
      caption,
      heads: {
        label: say(language, 'gap-report.framework'),
        figure: say(language, 'gap-report.met'),
        words: say(language, 'gap-report.open'),
      },
      rows: frameworks.map(({ framework, numbers, gaps }) => ({
        label: framework.title,
        n: numbers.n,
        met: numbers.met,
        possible: numbers.possible,
        figure: writeFigure(numbers, language),
        words: say(language, 'gap-report.bars.open', { count: gaps.length }),
      })),
      legend: {
        met: say(language, 'document.bars.met'),
        possible: say(language, 'document.bars.possible'),
        gap: say(language, 'document.bars.gap'),
      },
    },
  ];
}
