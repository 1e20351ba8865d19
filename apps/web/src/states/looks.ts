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

/** By the state of a requirement, see `stateOf`: what nobody claims is drawn as what is unknown, and never called so. */
export const requirementLooks = {
  met,
  partly,
  gap,
  supported,
  unclaimed: unknown,
  unknown,
  stale,
  conflict,
  excluded,
} as const;
export type RequirementState = keyof typeof requirementLooks;
/** The `mark` of a row of a view. */
export type RequirementMark = Exclude<RequirementState, 'unclaimed'>;

/** The state of a row of a view as it is counted and chosen: one mark stands for what is unclaimed and what is unknown. */
export function stateOf(row: { readonly mark: RequirementMark; readonly kind: string }): RequirementState {
  return row.kind === 'unclaimed' ? 'unclaimed' : row.mark;
}

/** What shows that a control works: sheets; a failed test is a finding. */
export const freshnessLooks = {
  fresh: look('fresh', 'ok'),
  due: look('due', 'part'),
  stale: look('stale-sheet', 'stale'),
  missing: look('missing', 'gap'),
  failed: look('error', 'gap'),
  'not-yet': look('missing', 'quiet'),
} as const;
export type FreshnessCode = keyof typeof freshnessLooks;

/** What shows that a control works: of what is planned nothing is missing yet. */
export function shownOf(control: {
  readonly freshness: Exclude<FreshnessCode, 'not-yet'>;
  readonly implementation: ImplementationCode;
}): FreshnessCode {
  const { freshness, implementation } = control;
  return freshness === 'missing' && implementation === 'planned' ? 'not-yet' : freshness;
}

/** How far a control is put into practice. */
export const implementationLooks = { planned: gap, partly, operating: met } as const;
export type ImplementationCode = keyof typeof implementationLooks;

/**
 * The library as it is asked for controls in place, by its address: of use here, and in practice at least in part. Only
 * of these something has to show that they work; of what is planned nothing is missing yet.
 */
export const inPlace = { implementation: 'partly,operating' } as const;

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
