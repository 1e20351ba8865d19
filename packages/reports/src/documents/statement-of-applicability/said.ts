import { say } from '@concord/catalog';
import type { ApplicabilityRow } from '@concord/views';
import type { Cell, Line } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { quietly } from '../parts/lines.ts';
import { writeControls } from '../parts/requirement-rows.ts';

/** Where nothing is necessary nothing has to be there. */
export function writeHow(row: ApplicabilityRow, { language }: DocumentChoices): Line[] {
  const none = row.controls.length + row.hiddenControls === 0;
  return none && row.applicability !== 'applicable' ? [] : writeControls(row, language);
}

export function writeReason(row: ApplicabilityRow, language: string): Cell {
  if (row.applicability === 'undecided') return quietly(say(language, 'soa.undecided'));
  if (row.applicability === 'excluded')
    return row.exclusionReason.trim() === '' ? say(language, 'soa.exclusion.none') : row.exclusionReason;
  return writeReasons(row.reasons, language);
}

/** Each with its kind; a gap in the record is said. */
export function writeReasons(reasons: ApplicabilityRow['reasons'], language: string): Line[] {
  if (reasons.length === 0) return [say(language, 'soa.reason.none')];
  return reasons.map(({ kind, text }) => say(language, `soa.reason.${kind}`, { text }));
}

/** Of what is excluded, and of what nobody decided or claimed, the organisation states nothing. */
export function saysInPlace({ applicability, implementation }: ApplicabilityRow): boolean {
  return applicability === 'applicable' || (applicability === 'undecided' && implementation !== 'no');
}
