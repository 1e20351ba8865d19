import { say } from '@concord/catalog';
import type { ControlBook } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeApproval } from '../parts/approval.ts';
import { writeReading } from '../parts/guide.ts';
import { writeBasis, writeDocument } from '../parts/head.ts';
import { writeRecord } from '../parts/record.ts';
import { writeFamilies } from './families.ts';
import { countImplemented, ofUse, writeIdle, writeOverview } from './overview.ts';

/** The control library as a book: what we do, who does it how often, whether it is shown to work, what it is claimed for. */
export function writeControlLibrary(view: ControlBook, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'library-report.title'),
    asked: say(language, 'library-report.asked'),
    lead: writeLead(view, language),
    blocks: [
      ...writeCover(view, choices),
      ...writeOverview(view, language),
      ...writeFamilies(view, choices),
      ...writeApproval(choices),
      ...writeRecord(view, {}, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

function writeLead({ rows, hidden, retired }: ControlBook, language: string): string {
  const used = ofUse(rows);
  const idle = rows.length - used.length;
  const operating = countImplemented(used, 'operating');
  const shown = used.filter(({ freshness }) => freshness === 'fresh' || freshness === 'due').length;
  return [
    say(language, 'library-report.lead', { count: used.length, operating, shown }),
    ...(idle === 0 ? [] : [writeIdle(idle, language)]),
    ...(hidden === 0 ? [] : [say(language, 'library-report.hidden', { count: hidden })]),
    ...(retired === 0 ? [] : [say(language, 'library-report.retired', { count: retired })]),
  ].join(' ');
}

function writeCover(view: ControlBook, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const reading = {
    rule: say(language, 'library-report.read.rule'),
    practice: say(language, 'library-report.read.practice'),
    'own computation': say(language, 'library-report.read.own'),
  };
  return [
    writeBasis(view, { editions: [] }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    ...writeReading(reading, language),
  ];
}
