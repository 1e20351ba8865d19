import { say } from '@concord/catalog';
import type { Nis2Compliance } from '@concord/views';
import type { Block } from '../../blocks.ts';
import { countFindings, writeFindings } from '../parts/findings.ts';

/** What of duties and annex does not hold together, with how to mend it. */
export function writeChecks({ checks, checked }: Nis2Compliance, language: string): Block[] {
  const key = checked.E + checked.W === 0 ? 'nis2-report.checks.none' : 'nis2-report.checks';
  return [
    { kind: 'heading', level: 1, text: say(language, 'soa.checks') },
    { kind: 'paragraph', text: say(language, key, countFindings(checked, language)) },
    ...writeFindings(checks, language),
  ];
}
