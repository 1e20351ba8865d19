import { say } from '@concord/catalog';
import type { ClauseConformity } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeApproval } from '../parts/approval.ts';
import { writeMarks, writeReading } from '../parts/guide.ts';
import { writeBasis, writeDocument } from '../parts/head.ts';
import { writeRecord } from '../parts/record.ts';
import { writeClauses } from './clauses.ts';
import { writeConditional, writeFurther, writeWritten } from './documented.ts';
import { writeStand } from './stand.ts';

/** ISO/IEC 27001, clauses 4 to 10, how each stands, and the documented information of clause 7.5.1. */
export function writeClauseConformity(view: ClauseConformity, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'clause-report.title'),
    asked: say(language, 'clause-report.asked', { standard: view.framework.title }),
    lead: writeLead(view, language),
    blocks: [
      ...writeCover(view, choices),
      ...writeStand(view, language),
      ...writeClauses(view, language),
      ...writeWritten(view, choices),
      ...writeConditional(view, choices),
      ...writeFurther(view, choices),
      ...writeApproval(choices),
      ...writeRecord(view, { editions: [view.framework] }, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

/** How many clauses are met, how many lack something, and how much of what is to be written down is there. */
function writeLead({ numbers, complete, written }: ClauseConformity, language: string): string {
  const { n, met, possible } = numbers;
  const there = written.approved + written.kept;
  const all = Object.values(written).reduce((sum, count) => sum + count, 0);
  return [
    say(language, 'clause-report.lead', { n, count: met, possible }),
    say(language, complete.no === 0 ? 'clause-report.lead.whole' : 'clause-report.lead.incomplete', {
      count: complete.no,
    }),
    say(language, 'clause-report.lead.written', { there, all }),
  ].join(' ');
}

function writeCover(view: ClauseConformity, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const reading = {
    rule: say(language, 'clause-report.read.rule', { standard: view.framework.title }),
    practice: say(language, 'clause-report.read.practice'),
    'own computation': say(language, 'clause-report.read.own'),
  };
  return [
    writeBasis(view, { editions: [view.framework] }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    ...writeReading(reading, language),
    ...writeMarks(language),
  ];
}
