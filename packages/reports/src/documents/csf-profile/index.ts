import { say } from '@concord/catalog';
import type { CsfProfile } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeApproval } from '../parts/approval.ts';
import { writeFindings } from '../parts/findings.ts';
import { writeMarks, writeReading } from '../parts/guide.ts';
import { type FactShown, writeBasis, writeDocument } from '../parts/head.ts';
import { writeInterval } from '../parts/interval.ts';
import { writeRecord } from '../parts/record.ts';
import { writeCategories, writeFunctions } from './functions.ts';
import { writeGaps } from './gaps.ts';
import { writeOutcomes } from './outcomes.ts';
import { writePlan } from './plan.ts';
import { writeTiers } from './tiers.ts';

/** CSWP 29, section 3: the organisation's profile, current beside target, with gaps and plan. */
export function writeCsfProfile(view: CsfProfile, choices: DocumentChoices): Document {
  const { language } = choices;
  const headed = {
    title: say(language, 'csf.title'),
    asked: view.framework.title,
    lead: writeLead(view, language),
    blocks: [
      ...writeCover(view, choices),
      { kind: 'heading', level: 1, text: say(language, 'csf.stand') },
      ...writeInterval(view.numbers, 'outcomes', language),
      ...writeFunctions(view, language),
      ...writeCategories(view, language),
      ...writeTiers(view, choices),
      ...writeGaps(view, choices),
      ...writePlan(view, choices),
      ...writeOutcomes(view, choices),
      ...writeRemarks(view, language),
      ...writeApproval(choices),
      ...writeRecord(view, { editions: [view.framework] }, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

function writeLead({ numbers, gaps, rows }: CsfProfile, language: string): string {
  const { n, met, possible } = numbers;
  const isStated = rows.some(({ included, target }) => included && target?.wanted);
  const none = isStated ? 'csf.lead.no-gap' : 'csf.lead.unstated';
  const wanted = gaps.length === 0 ? none : 'csf.lead.gap';
  return `${say(language, 'csf.lead', { n, count: met, possible })} ${say(language, wanted, { count: gaps.length })}`;
}

function writeCover(view: CsfProfile, choices: DocumentChoices): Block[] {
  const { language } = choices;
  return [
    writeBasis(view, { editions: [view.framework], more: writeProfile(view, language) }, choices),
    { kind: 'contents', title: say(language, 'document.contents') },
    ...writeReading(
      {
        rule: say(language, 'csf.read.rule'),
        practice: say(language, 'csf.read.practice'),
        'own computation': say(language, 'csf.read.own'),
      },
      language,
    ),
    ...writeMarks(language),
  ];
}

/** What of the profile does not hold together; nothing where all of it does. */
function writeRemarks({ checks }: CsfProfile, language: string): Block[] {
  if (checks.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: say(language, 'csf.remarks') },
    { kind: 'paragraph', text: say(language, 'csf.remarks.words') },
    ...writeFindings(checks, language),
  ];
}

function writeProfile({ profile, notIncluded }: CsfProfile, language: string): FactShown[] {
  const fact = (key: string, value: string) => ({ label: say(language, `csf.fact.${key}`), value });
  if (!profile) return [fact('profile', say(language, 'csf.fact.profile.none'))];
  const { name, assumptions } = profile;
  return [
    fact('profile', name),
    ...(assumptions.trim() === '' ? [] : [fact('assumptions', assumptions)]),
    ...(notIncluded === 0
      ? []
      : [fact('left-out', say(language, 'csf.fact.left-out.value', { count: notIncluded }))]),
  ];
}
