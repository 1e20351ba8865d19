import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeApproval } from '../parts/approval.ts';
import { writeFound } from '../parts/findings.ts';
import { writeMarks, writeReading } from '../parts/guide.ts';
import { writeBasis, writeDocument } from '../parts/head.ts';
import { writeInterval } from '../parts/interval.ts';
import { writeRecord } from '../parts/record.ts';
import { writeAnnex } from './annex.ts';
import { writeBeyond } from './beyond.ts';
import { writeChecks } from './checks.ts';
import { writeDuties } from './duties.ts';
import { writeEntities } from './entities.ts';

/** Directive (EU) 2022/2555, Articles 20, 21, 23 and 27: who is bound, and how each duty and point of the annex stands. */
export function writeNis2Compliance(view: Nis2Compliance, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'nis2-report.title'),
    asked: view.framework.edition,
    lead: writeLead(view, language),
    blocks: [
      ...writeCover(view, choices),
      ...writeEntities(view, language),
      { kind: 'heading', level: 1, text: say(language, 'nis2-report.stand') },
      ...writeInterval(view.numbers, 'duties', language),
      ...writeDuties(view, language),
      ...writeAnnex(view, choices),
      ...writeBeyond(view, language),
      ...writeChecks(view, language),
      ...writeApproval(choices),
      ...writeRecord(view, { editions: editionsOf(view) }, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

function writeLead({ numbers, technical, entities }: Nis2Compliance, language: string): string {
  const { n, met, possible } = numbers;
  const bound = entities.map(({ name, class: found }) =>
    say(language, 'nis2-report.lead.class', { name, class: say(language, `nis2.class-${found}`) }),
  );
  const annex = technical
    ? [
        say(language, 'nis2-report.lead.annex', {
          n: technical.numbers.n,
          count: technical.numbers.met,
          possible: technical.numbers.possible,
        }),
      ]
    : [];
  return [...bound, say(language, 'nis2-report.lead', { n, count: met, possible }), ...annex].join(' ');
}

function editionsOf({ framework, technical }: Nis2Compliance) {
  return [framework, ...(technical ? [technical.framework] : [])];
}

function writeCover(view: Nis2Compliance, choices: DocumentChoices): Block[] {
  const { language } = choices;
  return [
    writeBasis(view, { editions: editionsOf(view), more: [writeFound(view.checked, language)] }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    ...writeReading(
      {
        rule: say(language, 'nis2-report.read.rule'),
        practice: say(language, 'nis2-report.read.practice'),
        'own computation': say(language, 'nis2-report.read.own'),
      },
      language,
    ),
    ...writeMarks(language),
  ];
}
