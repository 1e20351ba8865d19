import type { MarkName, Tone } from '../ui/index.ts';

/** How a state is drawn: its mark and the family of its colour. */
export interface Look {
  readonly mark: MarkName;
  readonly tone: Tone;
}

const look = (mark: MarkName, tone: Tone): Look => ({ mark, tone });

const met = look('met', 'ok');
const partly = look('partly', 'part');
const gap = look('gap', 'gap');
const supported = look('supported', 'sup');
const unknown = look('unknown', 'unk');
const stale = look('stale', 'stale');
const conflict = look('conflict', 'conf');
const excluded = look('excluded', 'quiet');

/** By the `mark` of a row of a view. */
export const requirementLooks = {
  met,
  partly,
  gap,
  supported,
  unknown,
  stale,
  conflict,
  excluded,
} as const;
export type RequirementMark = keyof typeof requirementLooks;

/** What shows that a control works: sheets; a failed test is a finding. */
export const freshnessLooks = {
  fresh: look('fresh', 'ok'),
  due: look('due', 'part'),
  stale: look('stale-sheet', 'stale'),
  missing: look('missing', 'gap'),
  failed: look('error', 'gap'),
} as const;
export type FreshnessCode = keyof typeof freshnessLooks;

/** How far a control is put into practice. */
export const implementationLooks = { planned: gap, partly, operating: met } as const;
export type ImplementationCode = keyof typeof implementationLooks;

/** `late` is an open one past its day. */
export const actionLooks = {
  open: look('clock', 'ink'),
  late: look('clock', 'gap'),
  done: met,
  dropped: excluded,
} as const;
export type ActionCode = keyof typeof actionLooks;

export const dueLooks = {
  overdue: look('clock', 'gap'),
  due: look('clock', 'part'),
  soon: look('clock', 'ink'),
} as const;
export type DueCode = keyof typeof dueLooks;

/** What falls due, by the kind of its record. */
export const dueKindLooks = {
  evidence: look('due', 'part'),
  action: look('clock', 'ink'),
  target: look('arrow', 'ink'),
  judgement: partly,
  applicability: look('file', 'ink'),
  obligation: look('warning', 'ink'),
  party: look('person', 'ink'),
  issue: look('warning', 'ink'),
  scope: look('filter', 'ink'),
  document: look('file', 'ink'),
  entity: look('person', 'ink'),
  collector: look('lock', 'ink'),
} as const;
export type DueKindCode = keyof typeof dueKindLooks;
