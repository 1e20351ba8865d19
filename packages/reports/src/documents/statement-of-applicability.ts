import type { Document } from '../blocks.ts';
import { writeDate } from '../words/words.ts';
import { writeRunningLines } from './running-lines.ts';
import { writeCover } from './statement-of-applicability/cover.ts';
import { writeApproval, writeGuide } from './statement-of-applicability/guide.ts';
import { writeGroups } from './statement-of-applicability/table.ts';
import type { StatementChoices, StatementOfApplicabilityView } from './statement-of-applicability/view.ts';

/** ISO/IEC 27001:2022, 6.1.3 d: every necessary control, why, whether it is in place, and why others of Annex A are not. */
export function writeStatementOfApplicability(
  view: StatementOfApplicabilityView,
  choices: StatementChoices,
): Document {
  const facts = readFacts(view, choices);
  return {
    ...facts,
    running: writeRunningLines(facts, choices.say),
    blocks: [
      ...writeCover(view, choices),
      ...writeApproval(choices),
      { kind: 'pageBreak' },
      ...writeGuide(choices),
      { kind: 'pageBreak' },
      ...writeGroups(view.rows, choices),
    ],
  };
}

function readFacts(
  view: StatementOfApplicabilityView,
  choices: StatementChoices,
): Omit<Document, 'running' | 'blocks'> {
  const { say, language, version, keyFingerprint } = choices;
  return {
    title: say('soa.title'),
    asked: say('soa.asked', { framework: view.framework.title }),
    language,
    organisation: view.organisation.name,
    scope: view.scope.name,
    ...(version === undefined ? {} : { version }),
    on: view.on,
    knownAt: view.knownAt,
    position: view.position,
    head: view.head,
    ...(keyFingerprint === undefined ? {} : { keyFingerprint }),
    status: writeStatus(choices),
  };
}

/** Whether anybody approved this, and which version it calls itself. */
function writeStatus({ say, language, version, approval }: StatementChoices): string {
  const standing = approval === undefined ? 'not-approved' : 'approved';
  const params = {
    ...(version === undefined ? {} : { version }),
    ...(approval === undefined ? {} : { date: writeDate(approval.on, language) }),
  };
  return say(version === undefined ? `soa.status.${standing}` : `soa.status.version.${standing}`, params);
}
