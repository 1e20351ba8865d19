import { say } from '@concord/catalog';
import type { EvidenceRegister } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import { writeNumber } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeReading } from '../parts/guide.ts';
import { writeBasis, writeDocument } from '../parts/head.ts';
import { writeRecord } from '../parts/record.ts';
import { writeLapses } from './lapses.ts';
import { writePieces } from './pieces.ts';
import { sections, writeStandings } from './standings.ts';

/** Everything that was collected to show that controls work: what it is, what rests on it, and until when it counts. */
export function writeEvidenceRegister(view: EvidenceRegister, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'evidence-report.title'),
    asked: say(language, 'evidence-report.asked'),
    lead: writeLead(view, language),
    blocks: [
      ...writeCover(view, choices),
      { kind: 'heading', level: 1, text: say(language, 'evidence-report.overview') },
      { kind: 'figures', figures: writeFigures(view, language) },
      { kind: 'paragraph', text: say(language, 'evidence-report.uncovered', view.uncovered) },
      ...writeStandings(view, language),
      ...writeLapses(view, language),
      ...sections.flatMap((section) => writePieces(view, section, choices)),
      ...writeRecord(view, {}, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

function writeLead(view: EvidenceRegister, language: string): string {
  const { rows, lapsing, hiddenControls, counts } = view;
  const counting = writeNumber(counts.fresh + counts.due, language);
  const unseen = { count: hiddenControls };
  return [
    say(language, 'evidence-report.lead', { all: writeNumber(rows.length, language), counting }),
    say(language, 'evidence-report.lead.lapsing', { count: lapsing.rows.length, within: lapsing.within }),
    ...(hiddenControls === 0 ? [] : [say(language, 'evidence-report.hidden', unseen)]),
  ].join(' ');
}

function writeFigures({ rows, counts }: EvidenceRegister, language: string) {
  const figure = (count: number, key: string) => ({
    figure: writeNumber(count, language),
    words: say(language, `evidence-report.figure.${key}`),
  });
  return [
    figure(rows.length, 'all'),
    figure(counts.fresh, 'fresh'),
    figure(counts.due, 'due'),
    figure(counts.stale + counts.failed, 'lapsed'),
  ];
}

function writeCover(view: EvidenceRegister, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const reading = {
    rule: say(language, 'evidence-report.read.rule'),
    practice: say(language, 'evidence-report.read.practice'),
    'own computation': say(language, 'evidence-report.read.own'),
  };
  return [
    writeBasis(view, { editions: [] }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    ...writeReading(reading, language),
  ];
}
