import type { Refusal } from '@concord/programme';
import type { Story } from '@concord/programme/testing';
import { newMemory, type ViewMemory } from '../coverage/memory.ts';
import { type CsfProfile, csfProfile } from '../csf-profile/csf-profile.ts';
import type { ViewAsked } from '../envelope.ts';
import { evidenceLapses } from '../evidence/lapses.ts';
import { evidenceList } from '../evidence/list.ts';
import { frameworkCoverage } from '../framework-coverage.ts';
import { nis2Duties } from '../nis2/duties.ts';
import { type Reader, seesAll } from '../reader.ts';
import {
  type StatementOfApplicability,
  statementOfApplicability,
} from '../statement-of-applicability/statement-of-applicability.ts';
import { type Why, whyRequirement } from '../why/why.ts';

/** A view is asked of a story: today, by somebody who sees all, unless said otherwise. */
export function asked(story: Story, said: Partial<ViewAsked> = {}): ViewAsked {
  const { programme, today } = story;
  const head = 'f'.repeat(64);
  return {
    programme,
    organisation: 'example',
    on: today,
    head,
    reader: seesAll,
    memory: newMemory(),
    ...said,
  };
}

/** What was answered; throws when it was refused. */
export function answered<T extends object>(answer: T | { refusal: Refusal }): T {
  if ('refusal' in answer) throw new Error(JSON.stringify(answer.refusal));
  return answer as T;
}

export function soaOf(story: Story, said: Partial<ViewAsked> = {}): StatementOfApplicability {
  return answered(statementOfApplicability(asked(story, said)));
}

export function csfOf(story: Story, said: Partial<ViewAsked> = {}): CsfProfile {
  return answered(csfProfile(asked(story, said)));
}

/** The row of one requirement in the coverage of its framework. */
export function rowOf(story: Story, framework: string, requirement: string, said: Partial<ViewAsked> = {}) {
  const { rows } = answered(frameworkCoverage(asked(story, said), framework));
  const row = rows.find(({ id }) => id === requirement);
  if (!row) throw new Error(`there is no row ${requirement}`);
  return row;
}

/** How a requirement prints: its kind and its word. */
export function printedOf(...asks: Parameters<typeof rowOf>): string {
  const { kind, word } = rowOf(...asks);
  return `${kind}: ${word}`;
}

export function whyOf(
  story: Story,
  [framework, requirement]: readonly [string, string],
  said: Partial<ViewAsked> = {},
): Why {
  return answered(whyRequirement(asked(story, said), { framework, requirement }));
}

/** Every view of a programme with all four frameworks, as one reader sees it on one day. */
export function everyView(story: Story, said: { reader: Reader; on: string; memory?: ViewMemory }) {
  const ask = asked(story, said);
  return {
    soa: answered(statementOfApplicability(ask)),
    csf: answered(csfProfile(ask)),
    nis2: answered(nis2Duties(ask)),
    regulation: answered(frameworkCoverage(ask, 'nis2-2024-2690')),
  };
}

/** What is said of evidence to one reader on one day. */
export function everyPiece(story: Story, said: { reader: Reader; on: string; memory?: ViewMemory }) {
  const ask = asked(story, said);
  return {
    lapses: evidenceLapses(ask, { within: 400, offset: 0, limit: 50 }),
    evidence: answered(evidenceList(ask, { offset: 0, limit: 50 })),
  };
}
