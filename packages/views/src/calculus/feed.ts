import { F, FP, type Knowledge, U } from './knowledge.ts';
import type { ControlState, ControlWord } from './question.ts';

/**
 * How a control's evidence stands on the day asked about: `due` is within grace; `missing` is untested;
 * `failed` is a failing result that no later passing one has answered.
 */
export type EvidenceStanding = 'fresh' | 'due' | 'stale' | 'missing' | 'failed';

/** What the library says of one control on the day asked about. Leave retired controls out. */
export interface ControlReport {
  readonly id: string;
  readonly implementation: ControlState['implementation'];
  readonly designAccepted: boolean;
  readonly inUse: boolean;
  readonly evidence: EvidenceStanding;
}

function wordFor(report: ControlReport): ControlWord {
  const { implementation, designAccepted, evidence } = report;
  if (implementation === 'none') return 'not implemented';
  if (!designAccepted) return 'design not accepted';
  if (evidence === 'failed') return 'failed';
  if (evidence === 'stale') return 'stale';
  if (evidence === 'missing') return 'untested';
  return implementation === 'operating' ? 'operating' : 'partly implemented';
}

/**
 * What a control contributes (methods 4.6, control state feeding the calculus): operating, design accepted and
 * evidence fresh or within grace gives {F}; partly implemented, on the same terms, {F,P}; all else nothing.
 * Only evidence that ran out counts as lapsed; a failed result does not (decisions 6, 7, 10).
 */
export function controlState(report: ControlReport): ControlState {
  const { id, implementation, inUse } = report;
  const why = wordFor(report);
  const atWork: Knowledge = implementation === 'operating' ? F : FP;
  const works = why === 'operating' || why === 'partly implemented';
  const knowledge = works ? atWork : U;
  const knowledgeBeforeLapse = works || why === 'stale' ? atWork : U;
  return { id, implementation, knowledge, knowledgeBeforeLapse, inUse, why };
}
