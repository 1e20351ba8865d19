import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { Block } from '../../blocks.ts';
import { writeFindings } from '../parts/findings.ts';

/** What of duties and annex does not hold together, with how to mend it. */
export function writeChecks({ checks, checked }: Nis2Compliance, language: string): Block[] {
  const { E: errors, W: warnings } = checked;
  const key = errors + warnings === 0 ? 'nis2-report.checks.none' : 'nis2-report.checks';
  return [
    { kind: 'heading', level: 1, text: say(language, 'soa.checks') },
    { kind: 'paragraph', text: say(language, key, { errors, warnings }) },
    ...writeFindings(checks, language),
  ];
}
