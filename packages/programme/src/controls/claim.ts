import { List } from 'immutable';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
  text,
} from '../foundation/index.ts';
import { controlNamed } from './control.ts';
import { adoptedRequirement, requirementKey } from './requirement.ts';
import { type Controls, touch, type WithControls } from './state.ts';

/**
 * What a control (or several together) is to a requirement: it meets it (and does more), does exactly it, does one
 * part of it, or contributes to it (an overlap). Methods: SUP, EQ, SUB, INT.
 */
export const contributions = ['meets', 'equals', 'part', 'contributes'] as const;
export type Contribution = (typeof contributions)[number];

export interface Claim {
  readonly id: string;
  readonly framework: string;
  readonly requirement: string;
  /** One control, or several that are claimed together (a joint claim). */
  readonly controls: readonly string[];
  readonly contribution: Contribution;
  readonly rationale: string;
  readonly confidence: 'low' | 'medium' | 'high';
  readonly state: 'proposed' | 'confirmed' | 'withdrawn';
  readonly by: string;
  readonly confirmedBy?: string;
  /** How many claims were confirmed, or refused, in the same go; absent where it was this one alone. */
  readonly bulk?: number;
  /** Withdrawn because the command that stated it was undone: nobody judged it. */
  readonly undone?: true;
  readonly seq: number;
}

interface ClaimData {
  framework: string;
  requirement: string;
  controls: string[];
  contribution: Contribution;
  confidence: Claim['confidence'];
  rationale?: string | undefined;
}

interface ClaimWithdrawnData {
  reason?: string | undefined;
  bulk?: number | undefined;
  undone?: true | undefined;
}

export const claimStated = factType<ClaimData>('ClaimStated', 1, ['rationale']);
export const claimConfirmed = factType<{ bulk?: number }>('ClaimConfirmed', 1, []);
export const claimWithdrawn = factType<ClaimWithdrawnData>('ClaimWithdrawn', 1, ['reason']);

export const stateClaimInput = z.strictObject({
  controls: z.array(id).min(1).max(100).describe('Code or id of the control; several for a joint claim'),
  framework: id.describe('Id of the framework'),
  requirement: id.describe('Id of the requirement'),
  contribution: z
    .enum(contributions)
    .default('meets')
    .describe('What the control, or the controls together, are to it'),
  rationale: text(10_000).optional().describe('Why'),
  confidence: z
    .enum(['low', 'medium', 'high'])
    .default('high')
    .describe('A low one only hints, whatever it says'),
});

export const confirmClaimInput = z.strictObject({ claim: id.describe('Id of the claim') });
export const withdrawClaimInput = z.strictObject({
  claim: id.describe('Id of the claim'),
  reason: text(10_000).describe('Why it no longer holds, or never did'),
});

export function stateClaim(
  state: WithControls,
  input: z.infer<typeof stateClaimInput>,
  circumstances: Circumstances,
): Decision {
  const controls: string[] = [];
  for (const named of input.controls) {
    const control = controlNamed(state.controls, named);
    if ('refusal' in control) return refuse('refused', 'control.unknown', { control: named, at: 'controls' });
    if (control.retiredOn !== undefined)
      return refuse('conflict', 'control.retired', { control: control.code, at: 'controls' });
    if (!controls.includes(control.id)) controls.push(control.id);
  }
  const requirement = adoptedRequirement(state, input.framework, input.requirement);
  if ('refusal' in requirement) return requirement;
  const data = { ...input, requirement: requirement.id, controls: controls.sort() };
  const same = claimsOnRequirement(state.controls, input.framework, requirement.id).find((claim) =>
    sameClaim(claim, data),
  );
  if (same) return refuse('conflict', 'claim.exists', { claim: same.id });
  return record(claimStated.of({ kind: 'claim', id: circumstances.newId() }, data));
}

/** Only what the organisation itself confirmed counts as coverage; until then a claim is a hint. */
export function confirmClaim(state: WithControls, input: z.infer<typeof confirmClaimInput>): Decision {
  const claim = state.controls.claims.get(input.claim);
  if (!claim) return refuse('missing', 'claim.unknown', { claim: input.claim, at: 'claim' });
  return refuseUnproposed(claim) ?? record(claimConfirmed.of({ kind: 'claim', id: claim.id }, {}));
}

/** A claim that was confirmed or withdrawn has been decided on already. */
export function refuseUnproposed({ id: claim, state }: Claim): { refusal: Refusal } | undefined {
  return state === 'proposed' ? undefined : refuse('conflict', `claim.${state}`, { claim });
}

export function withdrawClaim(state: WithControls, input: z.infer<typeof withdrawClaimInput>): Decision {
  const claim = state.controls.claims.get(input.claim);
  if (!claim) return refuse('missing', 'claim.unknown', { claim: input.claim, at: 'claim' });
  if (claim.state === 'withdrawn') return refuse('conflict', 'claim.withdrawn', { claim: claim.id });
  return record(claimWithdrawn.of({ kind: 'claim', id: claim.id }, { reason: input.reason }));
}

export function claimsOnRequirement(controls: Controls, framework: string, requirement: string): List<Claim> {
  const ids = controls.claimsOn.get(requirementKey(framework, requirement)) ?? List<string>();
  return ids.map((each) => controls.claims.get(each) as Claim);
}

function sameClaim(claim: Claim, data: ClaimData): boolean {
  return (
    claim.state !== 'withdrawn' &&
    claim.contribution === data.contribution &&
    claim.controls.join() === data.controls.join()
  );
}

export const claimEvolvers: readonly Evolver<Controls>[] = [
  on(claimStated, (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<ClaimData>) => {
    const claim: Claim = { ...data, id, rationale: data.rationale ?? '', state: 'proposed', by: actor, seq };
    const key = requirementKey(data.framework, data.requirement);
    const added = (ids: List<string> | undefined) => (ids ?? List<string>()).push(id);
    return touch(
      {
        ...state,
        claims: state.claims.set(id, claim),
        claimsOn: state.claimsOn.update(key, added),
        claimsBy: state.claimsBy.withMutations((by) => {
          for (const control of data.controls) by.update(control, added);
        }),
      },
      { seq, requirement: key },
    );
  }),
  on(
    claimConfirmed,
    (state: Controls, { record: { id }, data, actor, seq }: RecordedFact<{ bulk?: number }>) =>
      changeClaim(state, id, { ...data, state: 'confirmed', confirmedBy: actor, seq }),
  ),
  on(claimWithdrawn, (state: Controls, { record: { id }, data, seq }: RecordedFact<ClaimWithdrawnData>) => {
    const { reason: _reason, ...marks } = data;
    return changeClaim(state, id, { ...(marks as Partial<Claim>), state: 'withdrawn', seq });
  }),
];

function changeClaim(state: Controls, claimId: string, change: Partial<Claim> & { seq: number }): Controls {
  const claim = state.claims.get(claimId);
  if (!claim) return state;
  const requirement = requirementKey(claim.framework, claim.requirement);
  return touch(
    { ...state, claims: state.claims.set(claimId, { ...claim, ...change }) },
    { seq: change.seq, requirement },
  );
}
