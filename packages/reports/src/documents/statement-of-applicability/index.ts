import { say } from '@concord/catalog';
import type { StatementOfApplicability } from '@concord/views';
import type { Document } from '../../blocks.ts';
import { writeDate, writeNumber } from '../../wording/figures.ts';
import { writeRunningLines } from '../../wording/running-lines.ts';
import { writeChecks } from './checks.ts';
import type { StatementChoices } from './choices.ts';
import { nameScope, writeCover } from './cover.ts';
import { writeFurther } from './further.ts';
import { writeApproval, writeGuide } from './guide.ts';
import { writeGroups } from './table.ts';

/** ISO/IEC 27001:2022, 6.1.3 d: every necessary control, why, whether it is in place, and why others of Annex A are not. */
export function writeStatementOfApplicability(
  view: StatementOfApplicability,
  choices: StatementChoices,
): Document {
  const facts = readFacts(view, choices);
  return {
    ...facts,
    running: writeRunningLines(facts),
    blocks: [
      ...writeCover(view, choices),
      ...writeApproval(choices),
      { kind: 'pageBreak' },
      ...writeGuide(view, choices),
      { kind: 'pageBreak' },
      ...writeGroups(view.rows, choices),
      ...writeFurther(view, choices),
      { kind: 'pageBreak' },
      ...writeChecks(view, choices),
    ],
  };
}

function readFacts(
  view: StatementOfApplicability,
  choices: StatementChoices,
): Omit<Document, 'running' | 'blocks'> {
  const { language, version, keyFingerprint } = choices;
  return {
    title: say(language, 'soa.title'),
    asked: say(language, 'soa.asked', { standard: view.framework.title }),
    language,
    organisation: view.organisation.name,
    scope: nameScope(view, language),
    ...(version === undefined ? {} : { version }),
    on: view.on,
    knownAt: view.knownAt,
    position: view.position,
    head: view.head,
    ...(keyFingerprint === undefined ? {} : { keyFingerprint }),
    status: writeStatus(view, choices),
  };
}

/** Which version it calls itself and whether anybody approved it; without both it is a draft, known by its place. */
function writeStatus({ position }: StatementOfApplicability, choices: StatementChoices): string {
  const { language, version, approval } = choices;
  if (approval === undefined) {
    return version === undefined
      ? say(language, 'soa.status.draft', { position: writeNumber(position, language) })
      : say(language, 'soa.status.version.not-approved', { version });
  }
  const date = writeDate(approval.on, language);
  return version === undefined
    ? say(language, 'soa.status.approved', { date })
    : say(language, 'soa.status.version.approved', { version, date });
}
