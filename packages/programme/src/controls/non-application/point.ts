import { type Framework, nearestRequirements, type Requirement, requirementOf } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  type RecordName,
  type Refusal,
  record,
  refuse,
} from '../../foundation/index.ts';
import { adoptedEdition, hasScope, refuseUnadopted, type WithGovernance } from '../../governance/index.ts';
import {
  type DecidedData,
  decided,
  decidedBack,
  erasable,
  readDecided,
  refuseDays,
  refuseTies,
  writeDecided,
} from '../applicability/decisions/reason.ts';
import { applicabilityKey, applicabilityScope } from '../applicability.ts';
import { readingBack } from '../inputs/read-back.ts';
import type { Controls, WithControls } from '../state.ts';

interface PointData extends DecidedData {
  scope: string;
  framework: string;
  point: string;
  applied: boolean;
}

const pointDecided = factType<PointData>('PointDecided', 1, erasable);

export const decidePointInput = z.strictObject({
  framework: id.describe('Id of the framework'),
  point: id.describe('Id of a point within a requirement'),
  scope: id.optional().describe('Scope of the decision; the scope of the adoption when left out'),
  applied: z.boolean().describe('Whether it is applied'),
  exclusionReason: decided.exclusionReason,
  owner: decided.owner,
  reviewOn: decided.reviewOn,
  effective: decided.effective,
});

type DecidePoint = z.infer<typeof decidePointInput>;

/**
 * Where a framework leaves room in a point of what it asks, not to apply it needs a reason that is kept. It changes
 * nothing in what is known of the requirement: whether the rest is met is for claims and judgements to say.
 */
export function decidePoint(state: WithControls, input: DecidePoint, circumstances: Circumstances): Decision {
  const point = pointNamed(state, input);
  if ('refusal' in point) return point;
  const scope = applicabilityScope(state, input);
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  const refusal =
    refuseReason(input) ?? refuseTies(state, { ...input, reasons: [] }) ?? refuseDays(input, circumstances);
  if (refusal) return { refusal };
  const { today } = circumstances;
  const named = pointRecord(scope, input);
  const data: PointData = {
    scope,
    framework: input.framework,
    point: point.id,
    applied: input.applied,
    ...writeDecided({ ...input, reasons: [] }, input.applied),
    decidedOn: today,
    effective: input.effective ?? (state.controls.points.has(named.id) ? today : undefined),
  };
  return record(pointDecided.of(named, data));
}

/** A reason belongs to what is not applied, and to nothing else. */
function refuseReason({ applied, exclusionReason, point }: DecidePoint): Refusal | undefined {
  if (applied === (exclusionReason === undefined)) return undefined;
  const params = { point, at: 'exclusionReason' };
  return refuse('refused', applied ? 'point.reason-unneeded' : 'point.no-reason', params).refusal;
}

/** A node of an adopted edition that lies within a requirement which may be left out. */
function pointNamed(
  state: WithGovernance,
  { framework, point }: DecidePoint,
): Requirement | { refusal: Refusal } {
  if (!state.governance.adoptions.has(framework)) return refuseUnadopted(state, framework);
  const edition = adoptedEdition(state.governance, framework);
  if (!edition) return refuse('unavailable', 'framework.edition-missing', { framework });
  const found = requirementOf(edition, point);
  if (!found) {
    const near = nearestRequirements(edition, point).join(', ');
    const params = { framework, requirement: point, near, at: 'point' };
    return refuse('refused', near ? 'requirement.unknown-near' : 'requirement.unknown', params);
  }
  const around = requirementAround(edition, found);
  if (!around) return refuse('refused', 'point.no-point', { point, at: 'point' });
  if (around.excludable) return found;
  return refuse('refused', 'applicability.not-excludable', { requirement: point, at: 'point' });
}

/** The requirement that a point lies within; undefined for a requirement itself and for headings. */
function requirementAround(edition: Framework, point: Requirement): Requirement | undefined {
  for (let at: Requirement | undefined = point; at?.parent; ) {
    at = requirementOf(edition, at.parent);
    if (at?.assessable) return at;
  }
  return undefined;
}

export function pointRecord(
  scope: string,
  { framework, point }: Pick<DecidePoint, 'framework' | 'point'>,
): RecordName {
  return { kind: 'point', id: applicabilityKey(scope, framework, point) };
}

/** What a decision says, as the command that takes it. */
export const pointBack = readingBack(pointDecided, (fact) => ({
  scope: fact.data.scope,
  applied: fact.data.applied,
  ...decidedBack(fact),
}));

export const pointEvolvers: readonly Evolver<Controls>[] = [
  on(pointDecided, (state: Controls, fact: RecordedFact<PointData>) => {
    const { record: named, data } = fact;
    const value = { applied: data.applied, ...readDecided(data, fact) };
    const decision = { from: data.effective ?? '', value };
    return { ...state, points: state.points.update(named.id, [], (before) => [...before, decision]) };
  }),
];
