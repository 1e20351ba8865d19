import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  id,
  line,
  type RecordName,
  type Refusal,
  record,
  refuse,
  text,
} from '../../foundation/index.ts';
import { isExcludedOn } from '../applicability.ts';
import {
  type Claim,
  claimConfirmed,
  claimsOnRequirement,
  claimWithdrawn,
  refuseUnproposed,
} from '../claim.ts';
import { controlNamed, implementationOn } from '../control.ts';
import type { Controls, WithControls } from '../state.ts';

const selection = {
  all: z.boolean().default(false).describe('Every proposed claim'),
  families: z.array(line(100)).max(100).default([]).describe('Claims of the controls of these families'),
  controls: z.array(id).max(1000).default([]).describe('Claims of these controls, by code or id'),
  claims: z.array(id).max(10_000).default([]).describe('These claims, by id'),
  frameworks: z.array(id).min(1).max(100).optional().describe('Of those, only claims on these frameworks'),
};

export const confirmAllInput = z.strictObject({
  ...selection,
  inPractice: z
    .boolean()
    .default(false)
    .describe(
      'Of those, only claims of controls that are of use and at least partly in practice, on requirements that apply',
    ),
});
export const refuseAllInput = z.strictObject({
  ...selection,
  reason: text(10_000).describe('Why they do not hold'),
});

type Selection = Omit<z.infer<typeof refuseAllInput>, 'reason'>;

/**
 * Confirms proposed claims in one go; each keeps how many there were, so that an assessor sees it was no single
 * judgement. A joint claim goes with the last of its members: when the others were chosen too, or their own claims on
 * the requirement are confirmed already. Asked for what is in practice only, a claim of controls that are planned waits,
 * and so does one of a control that is of no use; a joint claim is read without such a member. One of a control that is
 * retired waits too, a joint one whichever member it is. A claim on a requirement that was decided not to be applicable
 * is passed over then, which is told: confirmed, it would contradict the decision.
 */
export function confirmAll(
  state: WithControls,
  { inPractice, ...input }: z.infer<typeof confirmAllInput>,
  now: Circumstances,
): Decision {
  const found = chosenClaims(state.controls, input, inPractice ? isReadyWithoutIdle : isReady);
  if ('refusal' in found) return found;
  if (!inPractice) return confirmed(found);
  const ready = found.filter((claim) => isInPractice(state.controls, claim, now.today));
  const applying = ready.filter((claim) => !isExcludedOn(state, claim, now.today));
  const count = ready.length - applying.length;
  const notices = [{ code: 'claims.excluded-passed-over', params: { count } }];
  return { ...confirmed(applying), ...(count > 0 ? { notices } : {}) };
}

function confirmed(claims: readonly Claim[]): Decision {
  const bulk = claims.length;
  return record(...claims.map((claim) => claimConfirmed.of(recordOf(claim), { bulk })));
}

/** Refuses proposed claims in one go, joint ones with any of their members: they are withdrawn, never confirmed. */
export function refuseAll(state: WithControls, input: z.infer<typeof refuseAllInput>): Decision {
  const chosen = chosenClaims(state.controls, input, isTouched);
  if ('refusal' in chosen) return chosen;
  const { reason } = input;
  const bulk = chosen.length;
  return record(...chosen.map((claim) => claimWithdrawn.of(recordOf(claim), { reason, bulk })));
}

type Picks = (state: Controls, claim: Claim, chosen: ReadonlySet<string>) => boolean;

function isReady(state: Controls, claim: Claim, chosen: ReadonlySet<string>): boolean {
  if (!isTouched(state, claim, chosen)) return false;
  const { framework, requirement, controls } = claim;
  const confirmed = claimsOnRequirement(state, framework, requirement).filter(
    (each) => each.state === 'confirmed' && each.controls.length === 1,
  );
  return controls.every(
    (control) => chosen.has(control) || confirmed.some((each) => each.controls[0] === control),
  );
}

function isReadyWithoutIdle(state: Controls, claim: Claim, chosen: ReadonlySet<string>): boolean {
  return isReady(
    state,
    { ...claim, controls: claim.controls.filter((each) => isOfUse(state, each)) },
    chosen,
  );
}

function isOfUse({ controls }: Controls, id: string): boolean {
  return controls.get(id)?.conditionHolds !== false;
}

function isInPractice(state: Controls, { controls }: Claim, day: string): boolean {
  if (controls.some((id) => isRetiredOn(state, id, day))) return false;
  const ofUse = controls.flatMap((id) => (isOfUse(state, id) ? (state.controls.get(id) ?? []) : []));
  return ofUse.length > 0 && ofUse.every((control) => implementationOn(control, day) !== 'planned');
}

/** Once a member is retired the claim is gone, a joint one too: confirmed, it would stay so when that comes back. */
function isRetiredOn({ controls }: Controls, id: string, day: string): boolean {
  return (controls.get(id)?.retiredOn ?? '9999') <= day;
}

function isTouched(_state: Controls, { controls }: Claim, chosen: ReadonlySet<string>): boolean {
  return controls.some((control) => chosen.has(control));
}

/** The proposed claims meant, in the order stated; every name has to mean something. */
function chosenClaims(
  state: Controls,
  input: Selection,
  picks: Picks,
): readonly Claim[] | { refusal: Refusal } {
  const { all, families, controls, claims, frameworks } = input;
  if (!all && families.length + controls.length + claims.length === 0) {
    return refuse('invalid', 'claims.none-chosen', { at: 'all' });
  }
  const named = claimsNamed(state, claims);
  if ('refusal' in named) return named;
  const chosen = controlsMeant(state, { families, controls });
  if ('refusal' in chosen) return chosen;
  return [...state.claims.values()]
    .filter((claim) => claim.state === 'proposed')
    .filter((claim) => all || named.has(claim.id) || picks(state, claim, chosen))
    .filter((claim) => frameworks === undefined || frameworks.includes(claim.framework))
    .sort((one, other) => one.seq - other.seq);
}

function claimsNamed(state: Controls, claims: readonly string[]): ReadonlySet<string> | { refusal: Refusal } {
  for (const named of claims) {
    const claim = state.claims.get(named);
    if (!claim) return refuse('refused', 'claim.unknown', { claim: named, at: 'claims' });
    const decided = refuseUnproposed(claim);
    if (decided) return decided;
  }
  return new Set(claims);
}

function controlsMeant(
  state: Controls,
  { families, controls }: Pick<Selection, 'families' | 'controls'>,
): ReadonlySet<string> | { refusal: Refusal } {
  const chosen = new Set<string>();
  for (const named of controls) {
    const control = controlNamed(state, named);
    if ('refusal' in control) return refuse('refused', 'control.unknown', { control: named, at: 'controls' });
    chosen.add(control.id);
  }
  for (const family of families) {
    const members = state.controls
      .valueSeq()
      .filter((each) => each.family?.toLowerCase() === family.toLowerCase());
    if (members.isEmpty()) return refuse('refused', 'control.family-unknown', { family, at: 'families' });
    for (const member of members) chosen.add(member.id);
  }
  return chosen;
}

function recordOf(claim: Claim): RecordName {
  return { kind: 'claim', id: claim.id };
}
