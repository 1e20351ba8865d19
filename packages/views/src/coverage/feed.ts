import { type Requirement as Asked, childrenOf, type Framework } from '@concord/catalog';
import {
  applicabilityKey,
  type Contribution,
  type Control,
  type Evidence,
  evidenceOf,
  freshnessOn,
  holdsScope,
  implementationOn,
  type Judgement as Judged,
  judgementOn,
  type Programme,
  periodOn,
  piecesInPractice,
  type Shown,
  type Claim as Stated,
  valueOn,
} from '@concord/programme';
import {
  type Claim,
  type ControlState,
  controlState,
  type Judgement,
  type Requirement,
} from '../calculus/index.ts';

/** What is asked: one framework, for one scope, about one day. */
export interface Aspect {
  readonly framework: Framework;
  readonly scope: string;
  /** Local date, YYYY-MM-DD. */
  readonly on: string;
}

/** A control as it stands on a day: what the calculus is told, and what a reader is shown. */
export interface Standing {
  readonly control: Control;
  readonly state: ControlState;
  readonly shown: Shown;
}

/** Undefined once the control is retired: it contributes nothing, and its claims are gone. */
export function standingOf(
  programme: Programme,
  control: Control,
  aspect: Pick<Aspect, 'scope' | 'on'>,
): Standing | undefined {
  const retired = control.retiredOn !== undefined && control.retiredOn <= aspect.on;
  return retired ? undefined : standingOn(programme, control, aspect);
}

/**
 * What was recorded for a control and counts in a scope. Evidence collected in a scope that does not hold the one asked
 * about does not count; but what fails inside it does not work in all of it.
 */
export function evidenceIn({ governance, controls }: Programme, control: Control, scope: string): Evidence[] {
  return evidenceOf(controls, control.id).filter(
    ({ scope: where, outcome }) =>
      where === undefined ||
      holdsScope(governance, where, scope) ||
      (outcome === 'fails' && holdsScope(governance, scope, where)),
  );
}

/** Methods 4.6, "Control state feeding the calculus": a control contributes only what it does. */
export function standingOn(
  programme: Programme,
  control: Control,
  { scope, on }: Pick<Aspect, 'scope' | 'on'>,
): Standing {
  const pieces = piecesInPractice(evidenceIn(programme, control, scope), control, on);
  const shown = freshnessOn(pieces, periodOn(programme.controls, control.frequency, on), on);
  const stated = implementationOn(control, on);
  const state = controlState({
    id: control.id,
    implementation: stated === 'planned' ? 'none' : stated,
    designAccepted: control.design === 'accepted',
    inUse: control.conditionHolds,
    evidence: shown.freshness,
  });
  return { control, shown, state };
}

const relationOf: Readonly<Record<Contribution, Claim['relation']>> = {
  meets: 'SUP',
  equals: 'EQ',
  part: 'SUB',
  contributes: 'INT',
};

/** Where claims, and the controls behind them, are looked up. */
export interface Ground extends Pick<Programme, 'governance'> {
  readonly claims: Pick<ReadonlyMap<string, Stated>, 'get'>;
  readonly controls: Pick<ReadonlyMap<string, Control>, 'get'>;
}

export function groundOf({ governance, controls }: Programme): Ground {
  return { governance, claims: controls.claims, controls: controls.controls };
}

/**
 * A claim as the calculus reads it. Only what the organisation confirmed enters; a low confidence, or a control that
 * does not operate in the whole scope asked about, leaves it a hint (the quality and scope gates). Withdrawn is gone.
 */
export function claimOf(ground: Ground, claim: Stated, { scope }: Pick<Aspect, 'scope'>): Claim | undefined {
  if (claim.state === 'withdrawn') return undefined;
  const { id, requirement, controls } = claim;
  const stated = { id, requirement, controls, relation: relationOf[claim.contribution] };
  if (claim.state === 'proposed') return { ...stated, capped: 'proposed' };
  if (claim.confidence === 'low') return { ...stated, capped: 'low confidence' };
  return controls.every((control) => operatesIn(ground, control, scope))
    ? stated
    : { ...stated, capped: 'scope' };
}

function operatesIn({ governance, controls }: Ground, controlId: string, scope: string): boolean {
  const control = controls.get(controlId);
  const scopes = control?.scopes ?? [];
  // A member that is struck limits nothing.
  if (control?.conditionHolds === false) return true;
  return scopes.length === 0 || scopes.some((each) => holdsScope(governance, each, scope));
}

/** A requirement as the calculus reads it: excluded or not, its exact parts, the judgement that counts on the day. */
export function requirementAsked(programme: Programme, asked: Asked, aspect: Aspect): Requirement {
  const key = applicabilityKey(aspect.scope, aspect.framework.id, asked.id);
  const decided = valueOn(programme.controls.applicability.get(key) ?? [], aspect.on);
  const judgement = judgementOn(programme.controls, key, aspect.on);
  return {
    id: asked.id,
    assessable: asked.assessable,
    ...(decided && !decided.applicable ? { excluded: true } : {}),
    ...(asked.parts === 'exact' ? { parts: partsOf(aspect.framework, asked) } : {}),
    ...(judgement ? { judgement: judgementOf(judgement, aspect.on) } : {}),
  };
}

/** The nodes that a whole is exactly made of: assessable ones, and headings that are themselves exact wholes. */
function partsOf(framework: Framework, whole: Asked): string[] {
  return childrenOf(framework, whole.id)
    .filter((child) => child.assessable || child.parts === 'exact')
    .map((child) => child.id);
}

const judgedStates = { met: 'F', partly: 'P', 'not-met': 'N' } as const;

function judgementOf(judged: Judged, on: string): Judgement {
  return {
    id: judged.id,
    state: judgedStates[judged.judgement],
    on: judged.assessedOn,
    lapsed: judged.validUntil < on,
  };
}

const nodes = new WeakMap<Framework, readonly Asked[]>();

/** The nodes of a framework that take part: the assessable ones, and wholes that are exactly made of them. */
export function nodesAsked(framework: Framework): readonly Asked[] {
  const known = nodes.get(framework);
  if (known) return known;
  const asked = framework.requirements.filter((each) => each.assessable || each.parts === 'exact');
  nodes.set(framework, asked);
  return asked;
}
