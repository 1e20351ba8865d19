import { type Dated, type RecordName, valueOn } from '../foundation/index.ts';
import { type Governance, type WithGovernance, wholeOrganisation } from '../governance/index.ts';
import { requirementKey } from './requirement.ts';
import type { Controls } from './state.ts';

/** Why a control is necessary (practice: these four cover what 6.1.3 d asks to justify). */
export const reasonKinds = ['risk', 'law', 'contract', 'business'] as const;

export interface Reason {
  readonly kind: (typeof reasonKinds)[number];
  readonly text: string;
  /** Id of the obligation that it answers to: for law a legal or regulatory one, for contract a contractual one. */
  readonly obligation?: string | undefined;
}

/** What a decision says beside what it decides. */
export interface Decided {
  /** Why it is necessary; empty when it is not. */
  readonly reasons: readonly Reason[];
  /** Why it is not; empty when it is. */
  readonly exclusionReason: string;
  /** Id of the person who answers for the decision. */
  readonly owner?: string | undefined;
  /** Day on which it is to be looked at again. */
  readonly reviewOn?: string | undefined;
  /** Day of the decision; it may hold from an earlier day. */
  readonly decidedOn: string;
  readonly by: string;
  readonly seq: number;
}

export interface ApplicabilityDecision extends Decided {
  readonly applicable: boolean;
}

/** Every decision taken on one requirement in one scope, in the order recorded, each with the day it holds from. */
export type Applicability = readonly Dated<ApplicabilityDecision>[];

export interface NecessityDecision extends Decided {
  readonly necessary: boolean;
}

/** Clause 6.1.3 b: what was decided of one control of our own in one scope, likewise. */
export type Necessity = readonly Dated<NecessityDecision>[];

/** Of a point within a requirement; the requirement itself still applies. No reasons where it is applied. */
export interface PointDecision extends Decided {
  readonly applied: boolean;
}

/** What was decided of one point within a requirement in one scope, likewise. */
export type PointDecisions = readonly Dated<PointDecision>[];

export function applicabilityScope(
  state: WithGovernance,
  asked: { framework: string; scope?: string | undefined },
): string {
  return asked.scope ?? state.governance.adoptions.get(asked.framework)?.scope ?? '';
}

/** Whether a requirement was decided not to be applicable, as of a day, in the scope of the adoption of its framework. */
export function isExcludedOn(
  state: { readonly governance: Governance; readonly controls: Controls },
  { framework, requirement }: { readonly framework: string; readonly requirement: string },
  on: string,
): boolean {
  const adoption = state.governance.adoptions.get(framework);
  if (adoption === undefined) return false;
  const key = applicabilityKey(adoption.scope, framework, requirement);
  return valueOn(state.controls.applicability.get(key) ?? [], on)?.applicable === false;
}

export function applicabilityRecord(scope: string, framework: string, requirement: string): RecordName {
  return { kind: 'applicability', id: applicabilityKey(scope, framework, requirement) };
}

export function applicabilityKey(scope: string, framework: string, requirement: string): string {
  return `${scope}:${requirementKey(framework, requirement)}`;
}

export function necessityKey(scope: string, control: string): string {
  return `${scope}:${control}`;
}

/** A decision with the scope that it was taken for. */
export interface NecessityFound {
  readonly scope: string;
  readonly decision: NecessityDecision;
}

/**
 * What holds of a control in a scope on a day: the decision for the scope itself, else for the nearest one around it.
 * What the whole organisation needs its parts need too, until one of them decides for itself.
 */
export function necessityOn(
  state: { readonly governance: Governance; readonly controls: Controls },
  control: string,
  { scope, on }: { readonly scope: string; readonly on: string },
): NecessityFound | undefined {
  for (let around: string | undefined = scope; around !== undefined; around = scopeAround(state, around)) {
    const decision = valueOn(state.controls.necessity.get(necessityKey(around, control)) ?? [], on);
    if (decision) return { scope: around, decision };
  }
  return undefined;
}

function scopeAround({ governance }: { readonly governance: Governance }, scope: string): string | undefined {
  if (scope === wholeOrganisation) return undefined;
  return governance.scopes.get(scope)?.within ?? wholeOrganisation;
}
