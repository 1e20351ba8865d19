import { command } from '../foundation/index.ts';
import { assessRequirement, assessRequirementInput } from './assessment.ts';
import {
  confirmClaim,
  confirmClaimInput,
  stateClaim,
  stateClaimInput,
  withdrawClaim,
  withdrawClaimInput,
} from './claim.ts';
import { addControl, changeControl, controlNamed } from './control.ts';
import { type EvidenceTakenIn, recordEvidence } from './evidence.ts';
import { addControlInput, changeControlInput } from './inputs/control-input.ts';
import { recordEvidenceInput } from './inputs/evidence-input.ts';
import { retireControl, retireControlInput } from './retirement.ts';
import type { WithControls } from './state.ts';

/** What can be asked of this room. */
export const controlsCommands = [
  command({
    name: 'controls add',
    method: 'POST',
    path: '/controls',
    permission: 'controls.write',
    summary: 'Add a control to the library',
    input: addControlInput,
    rule: addControl,
  }),
  command({
    name: 'controls set',
    method: 'PATCH',
    path: '/controls/{control}',
    permission: 'controls.write',
    summary: 'Change a control',
    input: changeControlInput,
    guards: (state: WithControls, { control }) => recordOfControl(state, control),
    rule: changeControl,
  }),
  command({
    name: 'controls retire',
    method: 'POST',
    path: '/controls/{control}/retirement',
    permission: 'controls.write',
    summary: 'Retire a control; its claims no longer count',
    input: retireControlInput,
    guards: (state: WithControls, { control }) => recordOfControl(state, control),
    rule: retireControl,
  }),
  command({
    name: 'claims state',
    method: 'POST',
    path: '/claims',
    permission: 'claims.write',
    summary: 'State what a control, or several together, are to a requirement',
    input: stateClaimInput,
    rule: stateClaim,
  }),
  command({
    name: 'claims confirm',
    method: 'POST',
    path: '/claims/{claim}/confirmation',
    permission: 'claims.confirm',
    summary: 'Confirm a claim; only then it counts',
    input: confirmClaimInput,
    rule: confirmClaim,
  }),
  command({
    name: 'claims withdraw',
    method: 'POST',
    path: '/claims/{claim}/withdrawal',
    permission: 'claims.write',
    summary: 'Withdraw a claim, or refuse a proposed one',
    input: withdrawClaimInput,
    rule: withdrawClaim,
  }),
  command<WithControls, Parameters<typeof recordEvidenceInput.parse>[0] & object, EvidenceTakenIn>({
    name: 'evidence add',
    method: 'POST',
    path: '/evidence',
    permission: 'evidence.record',
    summary: 'Record evidence for one or more controls: a file, an address or a record of the ledger',
    input: recordEvidenceInput,
    intake: 'file',
    rule: recordEvidence,
  }),
  command({
    name: 'requirements assess',
    method: 'POST',
    path: '/assessments/{framework}/{requirement}',
    permission: 'requirements.assess',
    summary: 'Record an assessor’s own judgement of a requirement, dated, with reasons',
    input: assessRequirementInput,
    rule: assessRequirement,
  }),
];

function recordOfControl(state: WithControls, named: string) {
  const control = controlNamed(state.controls, named);
  return 'refusal' in control ? undefined : { kind: 'control', id: control.id };
}
