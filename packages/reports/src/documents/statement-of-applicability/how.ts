import { say } from '@concord/catalog';
import type { ApplicabilityRow } from '@concord/views';
import type { Cell, Line } from '../../blocks.ts';
import { writeDate } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';

type ControlShown = ApplicabilityRow['controls'][number];

/** Our controls behind a row and how fresh what shows them is; those that are not printed as counts. */
export function writeHow(row: ApplicabilityRow, { language }: StatementChoices): Cell {
  const { controls, moreControls, hiddenControls, applicability } = row;
  if (controls.length + hiddenControls === 0)
    return applicability === 'applicable' ? quietly(say(language, 'soa.how.none')) : '';
  return [
    ...controls.flatMap((control) => writeControl(control, language)),
    ...counted('soa.how.more', moreControls, language),
    ...counted('soa.how.hidden', hiddenControls, language),
    ...writeEvidence(row, language),
    ...counted('soa.how.proposed', row.claims.proposed, language),
  ];
}

/** A line that only explains the one above it. */
export function quietly(text: string): Line {
  return { text, quiet: true };
}

function counted(key: string, count: number, language: string): Line[] {
  return count === 0 ? [] : [quietly(say(language, key, { count }))];
}

/** The evidence of all controls together, where not each of them is printed with its own. */
function writeEvidence(
  { moreControls, hiddenControls, evidence }: ApplicabilityRow,
  language: string,
): Line[] {
  if (moreControls + hiddenControls === 0) return [];
  const counts = (['fresh', 'due', 'stale', 'missing', 'failed'] as const)
    .filter((freshness) => evidence[freshness] > 0)
    .map((freshness) => say(language, `soa.evidence.${freshness}`, { number: evidence[freshness] }));
  return [quietly(say(language, 'soa.evidence', { counts: counts.join(', ') }))];
}

function writeControl({ code, name, implementation, ...shown }: ControlShown, language: string): Line[] {
  const works =
    implementation === 'operating' ? [] : [quietly(say(language, `soa.control.${implementation}`))];
  return [
    say(language, 'soa.how.control', { code, name }),
    ...works,
    quietly(writeFreshness(shown, language)),
  ];
}

export function writeFreshness(
  { freshness, freshUntil }: Pick<ControlShown, 'freshness' | 'freshUntil'>,
  language: string,
): string {
  return freshUntil === undefined
    ? say(language, `soa.fresh.${freshness}.undated`)
    : say(language, `soa.fresh.${freshness}`, { date: writeDate(freshUntil, language) });
}
