import { z } from 'zod';
import {
  type Circumstances,
  count,
  type Decision,
  type Fact,
  type Refusal,
  type RefusedPlace,
  recordKey,
  refuse,
  valueOn,
} from '../../../foundation/index.ts';
import {
  type ApplicabilityDecision,
  applicabilityKey,
  applicabilityRecord,
  applicabilityScope,
} from '../../applicability.ts';
import type { WithControls } from '../../state.ts';
import { decideApplicability, decideApplicabilityInput } from './decision.ts';

const { framework, scope, requirement, ...each } = decideApplicabilityInput.shape;

export const decideManyInput = z.strictObject({
  framework,
  scope,
  decisions: z
    .array(z.strictObject({ requirement, ...each }))
    .min(1)
    .max(2000)
    .describe('What is decided of each requirement, as in `applicability decide`'),
  position: count
    .pipe(z.number().min(0))
    .optional()
    .describe('Position of the ledger when they were looked at: refused when one was decided anew since'),
});

type DecideMany = z.infer<typeof decideManyInput>;

/** One decision of many, and where it stands for people, or a member of it: `decisions[3].reasons`, a cell of a sheet. */
export interface Placed {
  readonly at: (member?: string) => string;
  readonly decision: DecideMany['decisions'][number];
}

interface Decided {
  readonly facts: readonly Fact[];
  readonly applicable: number;
  readonly excluded: number;
  /** So already: nothing is recorded of them. */
  readonly unchanged: number;
}

/**
 * Clause 6.1.3 d, for many requirements at once: each decision a fact of its own, as if it had been taken alone. All or
 * nothing: everything that is wrong is in `errors` of the refusal.
 */
export function decideMany(state: WithControls, input: DecideMany, now: Circumstances): Decision {
  const placed = input.decisions.map(
    (decision, index): Placed => ({
      at: (member) => `decisions[${index}]${member === undefined ? '' : `.${member}`}`,
      decision,
    }),
  );
  const decided = decideEach(state, { ...input, placed }, now);
  if ('errors' in decided) return refuseMany(decided.errors, placed.length);
  const { facts, ...counts } = decided;
  return { facts, notices: [{ code: 'applicability.decided', params: counts }] };
}

interface Asked extends Pick<DecideMany, 'framework' | 'scope' | 'position'> {
  readonly placed: readonly Placed[];
}

export function decideEach(
  state: WithControls,
  asked: Asked,
  now: Circumstances,
): Decided | { errors: readonly RefusedPlace[] } {
  const errors: RefusedPlace[] = [];
  const facts: Fact[] = [];
  const places = new Map<string, string>();
  let [applicable, excluded, unchanged] = [0, 0, 0];
  for (const { at, decision } of asked.placed) {
    const refusal = refuseTwice(places, { at, decision }) ?? refuseStale(state, asked, decision);
    if (refusal) {
      errors.push(placed(at, refusal));
      continue;
    }
    const input = { framework: asked.framework, scope: asked.scope, ...decision };
    if (isAlready(state, input, now)) {
      unchanged += 1;
      continue;
    }
    const made = decideApplicability(state, input, now);
    if ('refusal' in made) errors.push(placed(at, made.refusal));
    else {
      facts.push(...made.facts);
      if (decision.applicable) applicable += 1;
      else excluded += 1;
    }
  }
  return errors.length > 0 ? { errors } : { facts, applicable, excluded, unchanged };
}

function placed(at: Placed['at'], { code, params, path }: Refusal): RefusedPlace {
  return { at: at(path), code, params };
}

function refuseTwice(places: Map<string, string>, { at, decision }: Placed): Refusal | undefined {
  const other = places.get(decision.requirement);
  places.set(decision.requirement, other ?? at());
  if (other === undefined) return undefined;
  const params = { requirement: decision.requirement, other, at: 'requirement' };
  return refuse('refused', 'applicability.twice', params).refusal;
}

function refuseStale(
  state: WithControls,
  asked: Asked,
  { requirement: named }: Placed['decision'],
): Refusal | undefined {
  if (asked.position === undefined) return undefined;
  const decided = applicabilityRecord(applicabilityScope(state, asked), asked.framework, named);
  const revision = state.revisions.get(recordKey(decided)) ?? 0;
  if (revision <= asked.position) return undefined;
  const params = { requirement: named, position: asked.position, revision };
  return refuse('stale', 'applicability.decided-since', params).refusal;
}

type One = Placed['decision'] & Pick<DecideMany, 'framework' | 'scope'>;

/** Whether it would only say again what holds today; a day from which it is to hold always says something. */
function isAlready(state: WithControls, input: One, { today }: Circumstances): boolean {
  if (input.effective !== undefined || input.obligations.length > 0) return false;
  const key = applicabilityKey(applicabilityScope(state, input), input.framework, input.requirement);
  const now = valueOn(state.controls.applicability.get(key) ?? [], today);
  return now !== undefined && saysSame(now, input);
}

type Said = Pick<One, 'applicable' | 'owner' | 'reviewOn' | 'exclusionReason'> &
  Pick<ApplicabilityDecision, 'reasons'>;

/** Whether two decisions say the same, whoever took them and when. */
export function saysSame(one: Said, other: Said): boolean {
  return inWords(one) === inWords(other);
}

function inWords({ applicable, reasons, owner = '', reviewOn = '', exclusionReason = '' }: Said): string {
  const why = applicable
    ? reasons.map(({ kind, text, obligation }) => [kind, text, obligation ?? ''])
    : exclusionReason;
  return JSON.stringify([applicable, why, owner, reviewOn]);
}

function refuseMany(errors: readonly RefusedPlace[], all: number): { refusal: Refusal } {
  // Only when nothing else is wrong does it help to look again and repeat.
  const kind = errors.every(({ code }) => code === 'applicability.decided-since') ? 'stale' : 'refused';
  const params = { count: errors.length, all, at: 'decisions' };
  const { refusal } = refuse('refused', 'applicability.many-faults', params);
  return { refusal: { ...refusal, kind, errors } };
}
