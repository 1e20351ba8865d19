import { say } from '@concord/catalog';
import type { GapAssessment } from '@concord/views';
import type { BarRow, Block, Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { barOfGroup, barsOf } from '../parts/groups.ts';
import { writeMarks, writeReading } from '../parts/guide.ts';
import { writeBasis, writeDocument } from '../parts/head.ts';
import { writeRecord } from '../parts/record.ts';
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
      ...writeFrameworks(view, language),
      ...writeSteps(view, choices),
      ...writeActionsOf(view, choices),
      ...view.frameworks.flatMap((each) => writeGaps(each, language)),
      ...writeUnreachable(view, language),
      ...writeRecord(view, { editions: editionsOf(view) }, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

function writeLead({ frameworks, roadmap }: GapAssessment, language: string): string {
  const open = frameworks.flatMap(({ gaps }) => gaps);
  const closed = roadmap.reduce((sum, { gain }) => sum + gain, 0);
  const way =
    roadmap.length === 0
      ? say(language, 'gap-report.lead.no-roadmap')
      : say(language, 'gap-report.lead.roadmap', { count: roadmap.length, closed });
  const short = frameworks.reduce((sum, { numbers }) => sum + knownShort(numbers), 0);
  const told = { count: open.length, frameworks: frameworks.length, short };
  return `${say(language, 'gap-report.lead', told)} ${way}`;
}

/** Of what is open, how much is known to fall short, as the bar draws it and each other report counts it. */
function knownShort({ n, possible }: GapAssessment['frameworks'][number]['numbers']): number {
  return n - possible;
}

function editionsOf({ frameworks }: GapAssessment) {
  return frameworks.map(({ framework }) => framework);
}

function writeCover(view: GapAssessment, choices: DocumentChoices): Block[] {
  const { language } = choices;
  return [
    writeBasis(view, { editions: editionsOf(view) }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    ...writeReading(
      {
        rule: say(language, 'gap-report.read.rule'),
        practice: say(language, 'gap-report.read.practice'),
        'own computation': say(language, 'gap-report.read.own'),
      },
      language,
    ),
    ...writeMarks(language),
  ];
}

const barHeads = { label: 'gap-report.framework', figure: 'gap-report.met', words: 'gap-report.open' };

function barOf({ framework, numbers, gaps }: GapAssessment['frameworks'][number], language: string): BarRow {
  const { n, met, possible } = numbers;
  const open = say(language, 'gap-report.bars.open', { count: gaps.length });
  const short = knownShort(numbers);
  const words = short === 0 ? open : say(language, 'gap-report.bars.short', { count: short, open });
  return barOfGroup({ label: framework.title, n, met, possible, words }, language);
}

/** The frameworks under each other, each as its interval. */
function writeFrameworks({ frameworks }: GapAssessment, language: string): Block[] {
  const caption = say(language, 'gap-report.frameworks');
  return [
    { kind: 'heading', level: 1, text: caption },
    barsOf({ caption, heads: barHeads, rows: frameworks.map((each) => barOf(each, language)) }, language),
  ];
}
